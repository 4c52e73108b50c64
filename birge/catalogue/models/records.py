"""Bibliographic records and the bytes they were made from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib.admin import display
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.images import get_image_model_string

from birge.catalogue.choices import AgeMark, Audience, MaterialType, RecordStatus
from birge.core.public_ids import LENGTH, random_public_id
from birge.language.collation import sort_key

if TYPE_CHECKING:
    from birge.catalogue.models.agents import Contribution


def full_title(title: str, part_number: str = "", part_title: str = "") -> str:
    """«Абай жолы. Т. 1, Бірінші кітап»: the title with the number and name of the part."""
    parts = [part for part in (part_number, part_title) if part]
    return f"{title}. {', '.join(parts)}" if parts else title


class RecordQuerySet(models.QuerySet):
    """Questions asked of records; every public list starts from `public()`."""

    def public(self) -> RecordQuerySet:
        """What readers may find."""
        return self.filter(status=RecordStatus.ACTIVE)

    def addressable(self) -> RecordQuerySet:
        """What has a page: withdrawn records keep theirs, hidden ones do not."""
        return self.exclude(status=RecordStatus.HIDDEN)

    def newest(self) -> RecordQuerySet:
        """Public records by the day their latest copy was received, newest first.

        Records none of whose copies has a date are left out.
        """
        return self.public().filter(received_on__isnull=False).order_by("-received_on", "-pk")

    def alphabetical(self) -> RecordQuerySet:
        """By title, in the order of the Kazakh alphabet."""
        return self.order_by("title_key", "pk")


class Record(models.Model):
    """A manifestation: one edition, whatever number of copies the library holds."""

    public_id = models.CharField(
        _("public id"), max_length=LENGTH, default=random_public_id, editable=False
    )
    source = models.ForeignKey(
        "catalogue.Source",
        on_delete=models.PROTECT,
        related_name="records",
        verbose_name=_("source"),
        db_index=False,  # the constraint begins with it
    )
    control_number = models.CharField(
        _("control number"),
        max_length=150,
        help_text=_("The number of the record where it comes from."),
    )
    digest = models.CharField(max_length=64, blank=True, editable=False)
    status = models.CharField(
        _("status"), max_length=10, choices=RecordStatus, default=RecordStatus.ACTIVE
    )
    withdrawn_at = models.DateTimeField(_("withdrawn at"), null=True, blank=True, editable=False)

    title = models.TextField(_("title"))
    subtitle = models.TextField(_("other title information"), blank=True)
    part_number = models.CharField(_("part number"), max_length=255, blank=True)
    part_title = models.TextField(_("part title"), blank=True)
    set_title = models.TextField(_("title of the set"), blank=True)
    original_title = models.TextField(_("original title"), blank=True)
    responsibility = models.TextField(_("statement of responsibility"), blank=True)
    author = models.CharField(_("author line"), max_length=500, blank=True, editable=False)
    edition = models.TextField(_("edition"), blank=True)
    place = models.TextField(_("place"), blank=True)
    publisher = models.TextField(_("publisher"), blank=True)
    year = models.PositiveSmallIntegerField(_("year"), null=True, blank=True, db_index=True)
    year_text = models.CharField(_("year as printed"), max_length=255, blank=True)
    extent = models.TextField(_("extent"), blank=True)
    series = models.TextField(_("series"), blank=True)
    series_number = models.CharField(_("number in the series"), max_length=255, blank=True)
    languages = models.JSONField(_("languages"), default=list, blank=True)
    original_languages = models.JSONField(_("original languages"), default=list, blank=True)
    isbns = models.JSONField(_("ISBN"), default=list, blank=True)
    invalid_isbns = models.JSONField(_("wrong ISBN"), default=list, blank=True)
    issns = models.JSONField(_("ISSN"), default=list, blank=True)
    subjects = models.JSONField(_("subjects"), default=list, blank=True)
    annotation = models.TextField(_("annotation"), blank=True)
    material_type = models.CharField(
        _("material"), max_length=20, choices=MaterialType, default=MaterialType.BOOK
    )
    audience = models.CharField(_("audience"), max_length=10, choices=Audience, blank=True)
    age_mark = models.PositiveSmallIntegerField(
        _("age mark"), choices=AgeMark, null=True, blank=True
    )
    udc = models.CharField(_("UDC"), max_length=255, blank=True)
    bbk = models.CharField(_("BBK"), max_length=255, blank=True)
    cover = models.ForeignKey(
        get_image_model_string(),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("cover"),
        help_text=_("Without a picture the site draws a cover of its own."),
    )
    received_on = models.DateField(
        _("latest copy received on"), null=True, blank=True, db_index=True, editable=False
    )
    title_key = models.CharField(max_length=200, editable=False)
    created_at = models.DateTimeField(_("created at"), auto_now_add=True)
    updated_at = models.DateTimeField(_("changed at"), auto_now=True)

    objects = RecordQuerySet.as_manager()

    class Meta:
        verbose_name = _("record")
        verbose_name_plural = _("records")
        ordering = ["title_key", "pk"]
        # Named here and not at their fields, where PostgreSQL would have a second index of each
        # text for LIKE, which nobody asks for: all of them are kept up in every import.
        indexes = [
            models.Index(fields=["status"]),
            models.Index(fields=["title_key"]),
        ]
        constraints = [
            models.UniqueConstraint(fields=["public_id"], name="record_once_per_public_id"),
            models.UniqueConstraint(
                fields=["source", "control_number"], name="record_once_per_source"
            ),
        ]

    def __str__(self) -> str:
        return self.full_title

    def get_absolute_url(self) -> str:
        """The record's page in the reader's language."""
        return reverse("catalogue:record", args=[self.public_id])

    def set_keys(self) -> None:
        """Bring the stored sort key in step with the title."""
        self.title_key = sort_key(self.full_title)

    @property
    @display(description=_("title"))
    def full_title(self) -> str:
        """The title, with the number and name of the part."""
        return full_title(self.title, self.part_number, self.part_title)

    @property
    def main_contributions(self) -> list[Contribution]:
        """The authors, or whoever stands first where there is none; needs contributions loaded."""
        found = list(self.contributions.all())
        return [each for each in found if each.role == "aut"] or found[:1]


class OriginalRecord(models.Model):
    """The bytes a record was made from, given back unchanged."""

    record = models.OneToOneField(
        Record, on_delete=models.CASCADE, primary_key=True, related_name="original"
    )
    dialect = models.CharField(max_length=10)
    encoding = models.CharField(max_length=20)
    data = models.BinaryField()

    class Meta:
        verbose_name = _("original record")
        verbose_name_plural = _("original records")

    def __str__(self) -> str:
        return f"{self.dialect}, {self.encoding}"
