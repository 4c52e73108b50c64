"""App config of the core room."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CoreConfig(AppConfig):
    name = "birge.core"
    label = "core"
    verbose_name = _("Core")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from wagtail.admin.viewsets.chooser import ChooserViewSet

        # Wagtail translates these when it is loaded, once for the staff of both languages.
        ChooserViewSet.search_tab_label = _("Search")
        ChooserViewSet.create_action_label = _("Create")
