"""Blocks that show the library itself: records, hours, contacts."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from birge.catalogue.models import Branch
from birge.home.blocks.choosers import SnippetChooserBlock
from birge.home.materials import materials_of


class RecordsBlock(blocks.StructBlock):
    """Records in the editor's order."""

    title = blocks.CharBlock(label=_("Heading"), required=False)
    records = blocks.ListBlock(
        SnippetChooserBlock("catalogue.Record", label=_("Record")), label=_("Records")
    )

    def get_context(self, value: dict, parent_context: dict | None = None) -> dict:
        """Adds the cards of those records that readers may see."""
        context = super().get_context(value, parent_context)
        context["cards"] = materials_of(context, "records").cards(value["records"])
        return context

    class Meta:
        icon = "list-ul"
        label = _("Records")
        description = _("Books from the catalogue, with covers")
        template = "blocks/records.html"


class HoursBlock(blocks.StructBlock):
    """Opening hours of one branch, or of all."""

    title = blocks.CharBlock(label=_("Heading"), required=False)
    branch = SnippetChooserBlock(
        "catalogue.Branch", label=_("Branch"), required=False, help_text=_("Empty: all branches.")
    )

    def get_context(self, value: dict, parent_context: dict | None = None) -> dict:
        """Adds the timetables."""
        context = super().get_context(value, parent_context)
        context["timetables"] = materials_of(context, "hours").timetables(value["branch"])
        return context

    class Meta:
        icon = "time"
        label = _("Opening hours")
        description = _("Hours of a branch, kept in one place")
        template = "blocks/hours.html"


class ContactsBlock(blocks.StructBlock):
    """Address, phone, messengers and map link of one branch, or of all."""

    title = blocks.CharBlock(label=_("Heading"), required=False)
    branch = SnippetChooserBlock(
        "catalogue.Branch", label=_("Branch"), required=False, help_text=_("Empty: all branches.")
    )

    def get_context(self, value: dict, parent_context: dict | None = None) -> dict:
        """Adds the branches."""
        context = super().get_context(value, parent_context)
        chosen: Branch | None = value["branch"]
        context["branches"] = [chosen] if chosen else materials_of(context, "contacts").branches
        return context

    class Meta:
        icon = "mail"
        label = _("Contacts and map")
        description = _("How to reach a branch")
        template = "blocks/contacts.html"
