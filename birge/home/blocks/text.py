"""Blocks of words: heading, text, quote, questions and answers, call to action."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from birge.home.blocks.choosers import PageChooserBlock
from birge.home.materials import materials_of

TEXT_FEATURES = ["bold", "italic", "link", "document-link", "ol", "ul", "superscript", "subscript"]


class HeadingBlock(blocks.CharBlock):
    """A second-level heading; the page's title is the first level."""

    class Meta:
        icon = "title"
        label = _("Heading")
        description = _("A heading between parts of the page")
        template = "blocks/heading.html"


class TextBlock(blocks.RichTextBlock):
    def __init__(self, **kwargs: object) -> None:
        super().__init__(**{"features": TEXT_FEATURES, **kwargs})

    class Meta:
        icon = "pilcrow"
        label = _("Text")
        description = _("Paragraphs, lists and links")
        template = "blocks/text.html"


class QuoteBlock(blocks.StructBlock):
    text = blocks.TextBlock(label=_("Quotation"))
    source = blocks.CharBlock(label=_("Who said it"), required=False)

    class Meta:
        icon = "openquote"
        label = _("Quotation")
        description = _("Words of a person or from a book")
        template = "blocks/quote.html"


class QuestionBlock(blocks.StructBlock):
    question = blocks.CharBlock(label=_("Question"))
    answer = blocks.RichTextBlock(label=_("Answer"), features=TEXT_FEATURES)


class FaqBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("Heading"), required=False)
    questions = blocks.ListBlock(QuestionBlock(), label=_("Questions"))

    class Meta:
        icon = "help"
        label = _("Questions and answers")
        description = _("Questions that open to show the answer")
        template = "blocks/faq.html"


class CallToActionBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("Heading"))
    text = blocks.TextBlock(label=_("Text"), required=False)
    link_text = blocks.CharBlock(label=_("Words on the button"))
    page = PageChooserBlock(label=_("Page"), required=False)
    url = blocks.CharBlock(
        label=_("Or an address"),
        required=False,
        help_text=_("Begins with https:// or, on this site, with a slash."),
    )

    def get_context(self, value: dict, parent_context: dict | None = None) -> dict:
        """Adds the address to lead to."""
        context = super().get_context(value, parent_context)
        page_url = materials_of(context, "call_to_action").page_url(value["page"])
        context["url"] = page_url or value["url"]
        return context

    def clean(self, value: dict) -> dict:
        """Refuse an address that is neither on this site nor on the web."""
        result = super().clean(value)
        url = result.get("url") or ""
        errors = {}
        if url and not url.startswith(("https://", "http://", "/", "mailto:", "tel:")):
            errors["url"] = ValidationError(_("Write the whole address."))
        if not url and not result.get("page"):
            errors["page"] = ValidationError(_("Choose a page or write an address."))
        if errors:
            raise blocks.StructBlockValidationError(errors)
        return result

    class Meta:
        icon = "plus-inverse"
        label = _("Call to action")
        description = _("One button that leads on")
        template = "blocks/call_to_action.html"
