"""The words of public records: what a query may be read as, whichever engine answers it."""

from __future__ import annotations

from django.db import models


class KnownWord(models.Model):
    """A folded key that public records are found by; its id is made of the key itself."""

    id = models.BigIntegerField(primary_key=True)
    key = models.CharField(max_length=100)
    shown = models.CharField(max_length=100, blank=True)
    uses = models.PositiveIntegerField()

    class Meta:
        db_table = "search_word"

    def __str__(self) -> str:
        return self.shown or self.key


class SpellingCode(models.Model):
    """A number made of a word's skeleton, whole or without one of its letters."""

    pk = models.CompositePrimaryKey("code", "word")
    code = models.BigIntegerField()
    word = models.BigIntegerField()

    class Meta:
        db_table = "search_spelling"

    def __str__(self) -> str:
        return f"{self.code} {self.word}"
