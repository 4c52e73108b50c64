"""What the audit log of things that are no pages can say; Wagtail keeps and shows it."""

from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.log_actions import LogActionRegistry


@hooks.register("register_log_actions")
def register_actions(actions: LogActionRegistry) -> None:
    """Names the actions; entries hold ids and counts, never words of a person."""
    actions.register_action("birge.import", _("Import"), _("Imported records"))
    actions.register_action("birge.withdraw", _("Withdraw"), _("Withdrew records"))
    actions.register_action("birge.restore", _("Restore"), _("Restored records"))
