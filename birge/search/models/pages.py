"""Pages of the site as search knows them: their words, and what is shown of them."""

from __future__ import annotations

from django.db import models


class SitePage(models.Model):
    """A page of one of the sources (`birge.search.page_sources`), with the text it is found by.

    `terms` holds one key of each word in its place, for phrases; `beginnings` what the words of
    the title are suggested by.
    """

    source = models.CharField(max_length=20)
    object_id = models.BigIntegerField()
    language = models.CharField(max_length=10)
    title = models.TextField()
    lead = models.TextField(blank=True)
    text = models.TextField(blank=True)
    title_exact = models.TextField(blank=True)
    terms = models.TextField(blank=True)
    beginnings = models.TextField(blank=True)

    class Meta:
        db_table = "search_page"
        constraints = [
            models.UniqueConstraint(fields=["source", "object_id"], name="search_page_once")
        ]

    def __str__(self) -> str:
        return self.title


class SitePageWord(models.Model):
    """A word of a page: a key it is found by, and how it stands there."""

    page = models.ForeignKey(SitePage, on_delete=models.CASCADE, related_name="words")
    key = models.CharField(max_length=100, db_index=True)
    stem = models.CharField(max_length=100)
    exact = models.CharField(max_length=100)
    role = models.CharField(max_length=10)

    class Meta:
        db_table = "search_page_word"

    def __str__(self) -> str:
        return self.exact
