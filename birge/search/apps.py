"""App config of the search room."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SearchConfig(AppConfig):
    name = "birge.search"
    label = "search"
    verbose_name = _("Search")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from birge.catalogue.changes import on_records_changed
        from birge.catalogue.finding import use_finder, use_people_finder
        from birge.catalogue.marc.ahead import prepare_ahead
        from birge.search import checks, feed_checks  # noqa: F401
        from birge.search.queries import find_ids
        from birge.search.runs import take_runs
        from birge.search.services import index_records
        from birge.search.suggestions import find_people

        on_records_changed(index_records)
        use_finder(find_ids)
        use_people_finder(find_people)
        prepare_ahead("birge.search.ahead:runs_of", take_runs)
