"""Where records come from, and what became of each import."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from birge.catalogue.choices import RunStatus


class Source(models.Model):
    """A place records come from: the library's own system, a union catalogue, the staff."""

    name = models.CharField(_("name"), max_length=100, unique=True)
    description = models.TextField(_("description"), blank=True)
    live_status = models.BooleanField(
        _("says what is on the shelf now"),
        default=False,
        help_text=_("Leave empty where copies are known only as of the last import."),
    )

    class Meta:
        verbose_name = _("source of records")
        verbose_name_plural = _("sources of records")
        # A database sorts names by its own alphabet: lists sort them in Python.
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.name


class ImportRun(models.Model):
    """One import of one or more files, with what it counted."""

    source = models.ForeignKey(
        Source, on_delete=models.CASCADE, related_name="runs", verbose_name=_("source")
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    files = models.JSONField(_("files"), default=list)
    options = models.JSONField(_("options"), default=dict)
    found = models.JSONField(
        _("what the files were"),
        default=list,
        help_text=_("Container, dialects, encodings by file."),
    )
    status = models.CharField(
        _("status"), max_length=10, choices=RunStatus, default=RunStatus.RUNNING
    )
    dry_run = models.BooleanField(_("trial"), default=False)
    full = models.BooleanField(_("full export"), default=False)
    started_at = models.DateTimeField(_("started at"), auto_now_add=True)
    finished_at = models.DateTimeField(_("finished at"), null=True, blank=True)
    read = models.PositiveIntegerField(_("read"), default=0)
    created = models.PositiveIntegerField(_("created"), default=0)
    updated = models.PositiveIntegerField(_("changed"), default=0)
    unchanged = models.PositiveIntegerField(_("unchanged"), default=0)
    rejected = models.PositiveIntegerField(_("rejected"), default=0)
    withdrawn = models.PositiveIntegerField(_("withdrawn"), default=0)
    error = models.TextField(_("error"), blank=True)

    class Meta:
        verbose_name = _("import")
        verbose_name_plural = _("imports")
        ordering = ["-started_at", "-pk"]

    def __str__(self) -> str:
        started = timezone.localtime(self.started_at)
        return f"{self.source}: {date_format(started, 'SHORT_DATETIME_FORMAT')}"


class Reject(models.Model):
    """What an import could not take, with the reason and the bytes."""

    run = models.ForeignKey(ImportRun, on_delete=models.CASCADE, related_name="rejects")
    file = models.CharField(_("file"), max_length=255)
    position = models.PositiveIntegerField(_("place in the file"))
    control_number = models.CharField(_("control number"), max_length=150, blank=True)
    reason = models.CharField(_("reason"), max_length=40)
    detail = models.TextField(_("details"), blank=True)
    data = models.BinaryField()

    class Meta:
        verbose_name = _("rejected record")
        verbose_name_plural = _("rejected records")
        ordering = ["run", "file", "position"]

    def __str__(self) -> str:
        return f"{self.file}, {self.position}: {self.reason}"
