"""What the database engines keep beside their index of words, as far as others may read it."""

from __future__ import annotations

from django.db import models


class IndexedRecord(models.Model):
    """One record as the engines know it; written by them alone.

    The table is made by `birge.search.engines.storage`: it has columns, indexes and a trigger
    that a model cannot describe.
    """

    record = models.OneToOneField(
        "catalogue.Record", primary_key=True, on_delete=models.CASCADE, related_name="+"
    )
    public = models.BooleanField()
    year = models.PositiveSmallIntegerField(null=True)
    received_on = models.DateField(null=True)
    title_key = models.CharField(max_length=200)
    title_words = models.PositiveSmallIntegerField()

    class Meta:
        db_table = "search_record"

    def __str__(self) -> str:
        return str(self.pk)


class IndexedValue(models.Model):
    """A value that records have in a facet, and the number that stands for it in the index."""

    id = models.IntegerField(primary_key=True)
    name = models.CharField(max_length=12)
    value = models.CharField(max_length=120)
    # As it was first written, where no other table knows.
    label = models.CharField(max_length=200, blank=True)

    class Meta:
        db_table = "search_value"
        constraints = [
            models.UniqueConstraint(fields=["name", "value"], name="search_value_once"),
        ]

    def __str__(self) -> str:
        return f"{self.name}={self.value}"
