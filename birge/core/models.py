"""People, pictures and files: our own models from the first migration on."""

from __future__ import annotations

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.documents.models import AbstractDocument, Document
from wagtail.images.models import AbstractImage, AbstractRendition, Image

from birge.core.storage import private_storage


class User(AbstractUser):
    """A member of staff who signs in to the admin."""

    class Meta:
        verbose_name = _("user")
        verbose_name_plural = _("users")


class LibraryImage(AbstractImage):
    """A picture with its rights; the alternative text belongs to each use, not to the picture."""

    rights = models.CharField(
        _("rights"),
        max_length=255,
        blank=True,
        help_text=_("Who made the picture and on what terms the library shows it."),
    )
    source_url = models.URLField(_("source address"), blank=True)

    admin_form_fields = (*Image.admin_form_fields, "rights", "source_url")

    class Meta(AbstractImage.Meta):
        verbose_name = _("image")
        verbose_name_plural = _("images")


class LibraryRendition(AbstractRendition):
    """A picture in the size a page asked for."""

    image = models.ForeignKey(LibraryImage, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        verbose_name = _("image rendition")
        verbose_name_plural = _("image renditions")
        constraints = [
            models.UniqueConstraint(
                fields=["image", "filter_spec", "focal_point_key"], name="unique_rendition"
            )
        ]


class LibraryDocument(AbstractDocument):
    """A file for readers or for staff.

    The bytes lie in private storage whatever the collection says; Wagtail's view serves
    them after it has asked the collection who may read.
    """

    file = models.FileField(_("file"), upload_to="documents", storage=private_storage)

    admin_form_fields = Document.admin_form_fields

    class Meta(AbstractDocument.Meta):
        verbose_name = _("document")
        verbose_name_plural = _("documents")
