"""Blocks with pictures, sound and files."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from birge.home.blocks.choosers import DocumentChooserBlock, ImageChooserBlock

#: Sound that browsers play, by the ending of the file.
PLAYED = frozenset("mp3 m4a aac ogg oga opus wav flac weba".split())


class PictureBlock(blocks.StructBlock):
    """A picture with the words that stand in for it in this place."""

    image = ImageChooserBlock(label=_("Picture"))
    alt = blocks.CharBlock(
        label=_("Alternative text"),
        help_text=_("What the picture tells a reader who cannot see it."),
    )
    caption = blocks.CharBlock(label=_("Caption"), required=False)

    class Meta:
        icon = "image"
        label = _("Picture")
        description = _("A picture with a caption")
        template = "blocks/image.html"


class GalleryBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("Heading"), required=False)
    pictures = blocks.ListBlock(PictureBlock(), label=_("Pictures"))

    class Meta:
        icon = "image"
        label = _("Gallery")
        description = _("Several pictures side by side")
        template = "blocks/gallery.html"


class FileBlock(blocks.StructBlock):
    document = DocumentChooserBlock(label=_("File"))
    title = blocks.CharBlock(label=_("Words of the link"), required=False)


class FilesBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("Heading"), required=False)
    files = blocks.ListBlock(FileBlock(), label=_("Files"))

    class Meta:
        icon = "doc-full"
        label = _("Files")
        description = _("Files to download")
        template = "blocks/files.html"


class AudioBlock(blocks.StructBlock):
    document = DocumentChooserBlock(label=_("Sound file"))
    title = blocks.CharBlock(label=_("Title"))
    transcript = blocks.RichTextBlock(
        label=_("Transcript"),
        features=["bold", "italic", "ul"],
        help_text=_("For readers who cannot hear."),
    )

    def clean(self, value: dict) -> dict:
        """Refuse a file that no browser plays."""
        result = super().clean(value)
        if result["document"].file_extension.lower() not in PLAYED:
            error = ValidationError(_("This is not a sound file: choose one in MP3, M4A or OGG."))
            raise blocks.StructBlockValidationError({"document": error})
        return result

    class Meta:
        icon = "media"
        label = _("Audio")
        description = _("A recording with its text")
        template = "blocks/audio.html"
