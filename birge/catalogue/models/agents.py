"""People and bodies that made the books, and what they did."""

from __future__ import annotations

from functools import lru_cache

from django.db import models
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from birge.catalogue.choices import AgentKind, Role
from birge.language.collation import sort_key
from birge.language.names import name_forms, name_key

KEY_LENGTH = 400


# The same authors come again and again in an import.
@lru_cache(maxsize=8192)
def agent_key(kind: str, name: str) -> str:
    """What makes two headings one agent: kind and name, without case and punctuation."""
    return f"{kind}:{name_key(name) or name}"[:KEY_LENGTH]


class Agent(models.Model):
    """A person or body, with its name as catalogued and its forms in both languages."""

    kind = models.CharField(_("kind"), max_length=10, choices=AgentKind, default=AgentKind.PERSON)
    name = models.CharField(
        _("name"), max_length=500, help_text=_("As catalogued: surname first, then a comma.")
    )
    name_kk = models.CharField(
        pgettext_lazy("of a person", "name in Kazakh"), max_length=500, blank=True
    )
    name_ru = models.CharField(
        pgettext_lazy("of a person", "name in Russian"), max_length=500, blank=True
    )
    variants = models.JSONField(_("other forms of the name"), default=list, blank=True)
    dates = models.CharField(_("dates"), max_length=100, blank=True)
    key = models.CharField(max_length=KEY_LENGTH, editable=False)
    sort_key = models.CharField(max_length=200, editable=False)

    class Meta:
        verbose_name = _("author or contributor")
        verbose_name_plural = _("authors and contributors")
        ordering = ["sort_key", "pk"]
        # As in records: at their fields they would be double on PostgreSQL.
        indexes = [models.Index(fields=["sort_key"])]
        constraints = [models.UniqueConstraint(fields=["key"], name="agent_once")]

    def __str__(self) -> str:
        return self.name

    def set_keys(self) -> None:
        """Bring the stored keys in step with the name."""
        self.key = agent_key(self.kind, self.name)
        self.sort_key = sort_key(self.name)

    @property
    def heading(self) -> str:
        """The name as catalogued, in the reader's language where that form is known."""
        return self.heading_in(get_language() or "")

    @property
    def display_name(self) -> str:
        """Given name first, in the reader's language where that form is known."""
        return self.name_in(get_language() or "")

    def name_in(self, language: str) -> str:
        """Given name first, in that language where the form is known."""
        heading = self.heading_in(language)
        direct = name_forms(heading).direct if self.kind == AgentKind.PERSON else ""
        return direct or heading

    def heading_in(self, language: str) -> str:
        """The name as catalogued, in that language where the form is known."""
        return {"kk": self.name_kk, "ru": self.name_ru}.get(language) or self.name

    @property
    def all_names(self) -> list[str]:
        """Every known form, the catalogued one first, none twice."""
        names = [self.name, self.name_kk, self.name_ru, *self.variants]
        return list(dict.fromkeys(name for name in names if name))


class Contribution(models.Model):
    """What an agent did for a record."""

    record = models.ForeignKey(
        "catalogue.Record", on_delete=models.CASCADE, related_name="contributions"
    )
    agent = models.ForeignKey(
        Agent, on_delete=models.PROTECT, related_name="contributions", verbose_name=_("name")
    )
    role = models.CharField(_("role"), max_length=10, default=Role.AUTHOR)
    main = models.BooleanField(_("main entry"), default=False)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        verbose_name = _("contribution")
        verbose_name_plural = _("contributions")
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return f"{self.agent} ({self.role})"

    @property
    def role_label(self) -> str:
        known = dict(Role.choices)
        return str(known.get(self.role, known[Role.OTHER]))
