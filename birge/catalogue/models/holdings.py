"""Copies and runs that the library holds, and how often they were lent."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from birge.catalogue.choices import Acquisition, HoldingStatus


class HoldingQuerySet(models.QuerySet):
    """Questions asked of holdings."""

    def present(self) -> HoldingQuerySet:
        """What the library still has: neither lost nor written off."""
        return self.exclude(status__in=[HoldingStatus.LOST, HoldingStatus.WRITTEN_OFF])


class Holding(models.Model):
    """One copy, or the run of a periodical."""

    record = models.ForeignKey(
        "catalogue.Record",
        on_delete=models.CASCADE,
        related_name="holdings",
        verbose_name=_("record"),
    )
    branch = models.ForeignKey(
        "catalogue.Branch",
        on_delete=models.PROTECT,
        related_name="holdings",
        verbose_name=_("branch"),
        db_index=False,  # there is one of branch and record
    )
    location = models.CharField(_("room or department"), max_length=255, blank=True)
    shelf_mark = models.CharField(_("shelf mark"), max_length=255, blank=True)
    inventory_number = models.CharField(_("inventory number"), max_length=100, blank=True)
    barcode = models.CharField(_("barcode"), max_length=100, blank=True)
    received_on = models.DateField(_("received on"), null=True, blank=True)
    acquisition = models.CharField(
        _("how it was acquired"), max_length=20, choices=Acquisition, blank=True
    )
    price = models.PositiveIntegerField(_("price, ₸"), null=True, blank=True)
    act_number = models.CharField(_("act number"), max_length=100, blank=True)
    run = models.TextField(
        _("run"), blank=True, help_text=_("For a periodical: the years and numbers held.")
    )
    note = models.TextField(_("note for staff"), blank=True)
    status = models.CharField(_("status"), max_length=20, choices=HoldingStatus, blank=True)
    status_at = models.DateTimeField(_("status as of"), null=True, blank=True)
    origin = models.CharField(
        max_length=150,
        blank=True,
        editable=False,
        help_text="Control number of the holdings record; 'record' when embedded; empty: staff.",
    )
    origin_key = models.CharField(max_length=255, blank=True, editable=False)

    objects = HoldingQuerySet.as_manager()

    class Meta:
        verbose_name = _("copy")
        verbose_name_plural = _("copies")
        ordering = ["branch__position", "branch_id", "pk"]
        indexes = [
            models.Index(fields=["branch", "record"]),
            models.Index(fields=["barcode"]),
            # A holdings record that comes again is found by its own number.
            models.Index(fields=["origin"]),
        ]

    def __str__(self) -> str:
        return self.inventory_number or self.barcode or self.shelf_mark or self.run or str(self.pk)


class LoanCount(models.Model):
    """How often a record was lent at a branch in a month; the month is its first day."""

    record = models.ForeignKey(
        "catalogue.Record", on_delete=models.CASCADE, related_name="loan_counts"
    )
    branch = models.ForeignKey(
        "catalogue.Branch", on_delete=models.CASCADE, related_name="loan_counts"
    )
    month = models.DateField(_("month"))
    loans = models.PositiveIntegerField(_("loans"))

    class Meta:
        verbose_name = _("loans of a month")
        verbose_name_plural = _("loans by month")
        constraints = [
            models.UniqueConstraint(fields=["record", "branch", "month"], name="loans_counted_once")
        ]

    def __str__(self) -> str:
        return f"{self.month:%Y-%m}: {self.loans}"
