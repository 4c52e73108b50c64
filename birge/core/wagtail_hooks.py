"""What every room adds to the admin: words of the audit log, and a little style."""

from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.log_actions import LogActionRegistry


@hooks.register("register_log_actions")
def register_actions(actions: LogActionRegistry) -> None:
    """Names the actions; entries hold ids and counts, never words of a person."""
    actions.register_action("birge.import", _("Import"), _("Imported records"))
    actions.register_action("birge.withdraw", _("Withdraw"), _("Withdrew records"))
    actions.register_action("birge.restore", _("Restore"), _("Restored records"))


@hooks.register("insert_global_admin_css")
def admin_style() -> SafeString:
    """Mends lists and forms where they do not fit."""
    return format_html('<link rel="stylesheet" href="{}">', static("css/admin.css"))
