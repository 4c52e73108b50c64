"""What readers look for: words and numbers of times, and nothing of who asked."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class QueryCount(models.Model):
    """How often something was looked for within an hour, and how much was found the last time."""

    hour = models.DateTimeField(_("hour"))
    text = models.CharField(_("query"), max_length=100)
    language = models.CharField(_("language of the site"), max_length=10)
    engine = models.CharField(_("search engine"), max_length=20)
    hits = models.PositiveIntegerField(_("found"))
    count = models.PositiveIntegerField(_("times"))

    class Meta:
        db_table = "search_query"
        verbose_name = _("search query")
        verbose_name_plural = _("search queries")
        default_permissions = ("view",)
        constraints = [
            models.UniqueConstraint(
                fields=["hour", "text", "language", "engine"], name="search_query_once"
            )
        ]

    def __str__(self) -> str:
        return self.text
