"""App config of the home room."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class HomeConfig(AppConfig):
    name = "birge.home"
    label = "home"
    verbose_name = _("Pages")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from birge.catalogue.branch_links import use_branch_links
        from birge.catalogue.branch_pages import use_branch_pages
        from birge.home import checks, queries, services  # noqa: F401
        from birge.home.site_search import PAGES, follow_publishing
        from birge.home.translating import name_drafts
        from birge.search.page_sources import use_page_source

        use_branch_links(queries.branch_links)
        use_branch_pages(services.BranchSubtrees())
        use_page_source(PAGES)
        follow_publishing()
        name_drafts()
