"""What can be suggested while a reader types, and by what beginnings it is found."""

from __future__ import annotations

from django.db import models


class Suggestion(models.Model):
    """One title, author, subject or series; its id is made of what identifies it.

    `text` is what is shown, or for an author all that `suggestible.Author` holds. `target` is a
    record of a title or the author; there is none for the others.
    """

    id = models.BigIntegerField(primary_key=True)
    generation = models.PositiveIntegerField()
    kind = models.PositiveSmallIntegerField()
    text = models.TextField()
    uses = models.IntegerField()
    target = models.BigIntegerField(null=True)

    class Meta:
        db_table = "search_suggestion"

    def __str__(self) -> str:
        return self.text


class SuggestionStart(models.Model):
    """A beginning by which a suggestion is found, on the shelf of those that are as frequent.

    Within a shelf beginnings stand in the order of their keys: what begins with a prefix is a
    range of one shelf, and the most frequent are found by asking the shelves in their order.
    """

    pk = models.CompositePrimaryKey("shelf", "key", "suggestion")
    shelf = models.BigIntegerField()
    key = models.CharField(max_length=48)
    suggestion = models.BigIntegerField()

    class Meta:
        db_table = "search_suggestion_start"

    def __str__(self) -> str:
        return self.key


class SuggestedRecord(models.Model):
    """Which suggestions a public record has been counted for."""

    pk = models.CompositePrimaryKey("generation", "record")
    generation = models.PositiveIntegerField()
    record = models.BigIntegerField()
    suggestions = models.JSONField()

    class Meta:
        db_table = "search_suggestion_record"

    def __str__(self) -> str:
        return str(self.record)


class SuggestionState(models.Model):
    """Which generation of suggestions answers, and which one is being built; one row."""

    active = models.PositiveIntegerField()
    building = models.PositiveIntegerField(null=True)

    class Meta:
        db_table = "search_suggestion_state"

    def __str__(self) -> str:
        return str(self.active)
