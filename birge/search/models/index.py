"""What the database engines keep beside their index of words: sort keys and facets."""

from __future__ import annotations

from django.db import models


class IndexedRecord(models.Model):
    """One record as the engines know it; written by them alone.

    On PostgreSQL the table has one column more, the terms. On SQLite the terms have a table of
    their own, and a trigger on this one empties it: a migration that makes SQLite rebuild this
    table must make the trigger again (see `birge.search.engines.storage`).
    """

    record = models.OneToOneField(
        "catalogue.Record", primary_key=True, on_delete=models.CASCADE, related_name="+"
    )
    public = models.BooleanField()
    year = models.PositiveSmallIntegerField(null=True, db_index=True)
    received_on = models.DateField(null=True, db_index=True)
    title_key = models.CharField(max_length=200, db_index=True)
    title_words = models.PositiveSmallIntegerField()

    class Meta:
        db_table = "search_record"

    def __str__(self) -> str:
        return str(self.pk)


class IndexedFacet(models.Model):
    """One value of one facet of a record."""

    pk = models.CompositePrimaryKey("record_id", "name", "value")
    record = models.ForeignKey(
        "catalogue.Record", on_delete=models.CASCADE, related_name="+", db_index=False
    )
    name = models.CharField(max_length=10)
    value = models.CharField(max_length=40)

    class Meta:
        db_table = "search_facet"

    def __str__(self) -> str:
        return f"{self.name}={self.value}"
