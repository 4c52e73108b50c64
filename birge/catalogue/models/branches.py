"""Branches, when they are open, and when they are not."""

from __future__ import annotations

import datetime

from django.contrib.admin import display
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel

from birge.catalogue.choices import Accessibility, Weekday, WeekOfMonth
from birge.core.contacts import telegram_url, telephone_url, whatsapp_url
from birge.core.dates import day_month, long_date
from birge.core.public_ids import LENGTH, random_public_id

MONTH = [MinValueValidator(1), MaxValueValidator(12)]
DAY = [MinValueValidator(1), MaxValueValidator(31)]


def in_reader_language(kazakh: str, russian: str) -> str:
    """The text in the reader's language, or the other one where it is missing."""
    first, second = (russian, kazakh) if get_language() == "ru" else (kazakh, russian)
    return first or second


# A holiday of another year is a slip of the hand.
FIRST_YEAR, LAST_YEAR = 2000, 2100
# Has a 29 February.
LEAP_YEAR = 2000


def day_of_year(month: int, day: int, year: int | None = None) -> datetime.date | None:
    """The day, in a leap year unless another is given; none where there is no such day."""
    try:
        return datetime.date(year or LEAP_YEAR, month, day)
    except (TypeError, ValueError):
        return None


def no_such_day(field: str) -> ValidationError:
    return ValidationError({field: _("This month has no such day.")})


def no_accessibility() -> list[str]:
    return []


class Branch(ClusterableModel):
    """A place where people come for books."""

    public_id = models.CharField(
        _("public id"), max_length=LENGTH, unique=True, default=random_public_id, editable=False
    )
    code = models.SlugField(
        _("code"),
        max_length=50,
        unique=True,
        help_text=_("A short name in Latin letters and digits: central."),
    )
    other_codes = models.JSONField(
        _("other codes"),
        default=list,
        blank=True,
        help_text=_("As imported records of copies name the branch, if not by the code: Br. 3."),
    )
    name_kk = models.CharField(_("name in Kazakh"), max_length=255)
    name_ru = models.CharField(_("name in Russian"), max_length=255, blank=True)
    address_kk = models.CharField(_("address in Kazakh"), max_length=255, blank=True)
    address_ru = models.CharField(_("address in Russian"), max_length=255, blank=True)
    phone = models.CharField(_("phone"), max_length=50, blank=True)
    whatsapp = models.CharField(
        _("WhatsApp"), max_length=50, blank=True, help_text=_("A phone number with +7.")
    )
    telegram = models.CharField(
        _("Telegram"), max_length=100, blank=True, help_text=_("The name without @.")
    )
    email = models.EmailField(_("e-mail"), blank=True)
    map_url = models.URLField(_("link to a map"), blank=True, max_length=500)
    latitude = models.DecimalField(
        _("latitude"), max_digits=8, decimal_places=5, null=True, blank=True
    )
    longitude = models.DecimalField(
        _("longitude"), max_digits=8, decimal_places=5, null=True, blank=True
    )
    accessibility = models.JSONField(
        _("accessibility of the building"), default=no_accessibility, blank=True
    )
    sanitary_week = models.SmallIntegerField(
        _("sanitary day: which one of the month"), choices=WeekOfMonth, null=True, blank=True
    )
    sanitary_weekday = models.SmallIntegerField(
        _("sanitary day: weekday"), choices=Weekday, null=True, blank=True
    )
    position = models.PositiveSmallIntegerField(
        _("place in lists"), default=100, help_text=_("Smaller numbers come first.")
    )
    open_to_public = models.BooleanField(_("shown on the site"), default=True)
    # What the branch owns beside its pages; made and named by birge.catalogue.services.belongings.
    # Whoever deletes one by hand loses it only until the branch is saved again.
    collection = models.OneToOneField(
        "wagtailcore.Collection",
        null=True,
        blank=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="branch",
        verbose_name=_("collection"),
    )
    group = models.OneToOneField(
        "auth.Group",
        null=True,
        blank=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="branch",
        verbose_name=_("group"),
    )

    class Meta:
        verbose_name = _("branch")
        verbose_name_plural = _("branches")
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        if (self.sanitary_week is None) != (self.sanitary_weekday is None):
            raise ValidationError(
                {"sanitary_weekday": _("Give both the weekday and which one of the month.")}
            )
        unknown = set(self.accessibility) - set(Accessibility.values)
        if unknown:
            raise ValidationError({"accessibility": _("Choose from the list.")})

    @property
    @display(description=_("Name"))
    def name(self) -> str:
        return in_reader_language(self.name_kk, self.name_ru)

    @property
    @display(description=_("address"))
    def address(self) -> str:
        return in_reader_language(self.address_kk, self.address_ru)

    @property
    def accessibility_labels(self) -> list[str]:
        """What the building offers, in words and in the order of the list."""
        return [str(each.label) for each in Accessibility if each.value in self.accessibility]

    @property
    def has_contacts(self) -> bool:
        """Whether there is any way to reach the branch."""
        return any((self.address, self.phone, self.whatsapp, self.telegram, self.email))

    @property
    def phone_href(self) -> str:
        return telephone_url(self.phone)

    @property
    def whatsapp_url(self) -> str:
        return whatsapp_url(self.whatsapp)

    @property
    def telegram_url(self) -> str:
        return telegram_url(self.telegram)


class Season(models.Model):
    """A part of the year with hours of its own, for all branches; it may cross the new year."""

    name_kk = models.CharField(_("name in Kazakh"), max_length=100)
    name_ru = models.CharField(_("name in Russian"), max_length=100)
    from_month = models.PositiveSmallIntegerField(_("from month"), validators=MONTH)
    from_day = models.PositiveSmallIntegerField(_("from day"), validators=DAY)
    to_month = models.PositiveSmallIntegerField(_("to month"), validators=MONTH)
    to_day = models.PositiveSmallIntegerField(_("to day"), validators=DAY)

    class Meta:
        verbose_name = _("season")
        verbose_name_plural = _("seasons")
        ordering = ["from_month", "from_day"]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        if self.from_month and self.from_day and not day_of_year(self.from_month, self.from_day):
            raise no_such_day("from_day")
        if self.to_month and self.to_day and not day_of_year(self.to_month, self.to_day):
            raise no_such_day("to_day")

    @property
    @display(description=_("When"))
    def when(self) -> str:
        """«1 маусым – 31 тамыз»."""
        first = day_of_year(self.from_month, self.from_day)
        last = day_of_year(self.to_month, self.to_day)
        return f"{day_month(first)} – {day_month(last)}" if first and last else ""

    @property
    @display(description=_("Name"))
    def name(self) -> str:
        return in_reader_language(self.name_kk, self.name_ru)


class OpeningHours(models.Model):
    """One weekday of a branch; a weekday without a row is a day off."""

    branch = ParentalKey(Branch, on_delete=models.CASCADE, related_name="opening_hours")
    season = models.ForeignKey(
        Season,
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="+",
        verbose_name=_("season"),
        help_text=_("Empty: the rest of the year."),
    )
    weekday = models.SmallIntegerField(_("weekday"), choices=Weekday)
    opens = models.TimeField(_("opens"))
    closes = models.TimeField(_("closes"))
    lunch_from = models.TimeField(_("lunch from"), null=True, blank=True)
    lunch_to = models.TimeField(_("lunch to"), null=True, blank=True)

    class Meta:
        verbose_name = _("opening hours")
        verbose_name_plural = _("opening hours")
        ordering = ["season_id", "weekday"]
        constraints = [
            models.UniqueConstraint(
                fields=["branch", "season", "weekday"], name="one_row_per_weekday_of_season"
            ),
            models.UniqueConstraint(
                fields=["branch", "weekday"],
                condition=Q(season__isnull=True),
                name="one_row_per_weekday_without_season",
            ),
            models.CheckConstraint(condition=Q(closes__gt=F("opens")), name="closes_after_opening"),
        ]

    def __str__(self) -> str:
        return f"{self.get_weekday_display()} {self.opens:%H:%M}–{self.closes:%H:%M}"

    def clean(self) -> None:
        if self.opens and self.closes and self.closes <= self.opens:
            raise ValidationError({"closes": _("Closing time must be after opening time.")})
        if (self.lunch_from is None) != (self.lunch_to is None):
            raise ValidationError({"lunch_to": _("Give both the beginning and the end of lunch.")})
        # Django calls this even where a required field was left empty, and asks for that itself.
        times = (self.opens, self.lunch_from, self.lunch_to, self.closes)
        if None not in times and not times[0] < times[1] < times[2] < times[3]:
            raise ValidationError({"lunch_from": _("Lunch must lie within the opening hours.")})


class Holiday(models.Model):
    """A day all branches are closed, entered once; without a year it comes back every year."""

    name_kk = models.CharField(_("name in Kazakh"), max_length=150)
    name_ru = models.CharField(_("name in Russian"), max_length=150)
    month = models.PositiveSmallIntegerField(_("month"), validators=MONTH)
    day = models.PositiveSmallIntegerField(_("day"), validators=DAY)
    year = models.PositiveSmallIntegerField(_("only in the year"), null=True, blank=True)
    days = models.PositiveSmallIntegerField(
        _("number of days"), default=1, validators=[MinValueValidator(1), MaxValueValidator(31)]
    )

    class Meta:
        verbose_name = _("holiday")
        verbose_name_plural = _("holidays")
        ordering = ["month", "day", "year"]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        if self.year is not None and not FIRST_YEAR <= self.year <= LAST_YEAR:
            raise ValidationError(
                {
                    "year": _("Write a year from %(first)s to %(last)s, or leave it empty.")
                    % {"first": FIRST_YEAR, "last": LAST_YEAR}
                }
            )
        if self.month and self.day and not day_of_year(self.month, self.day, self.year):
            raise no_such_day("day")

    @property
    @display(description=_("When"))
    def when(self) -> str:
        """«21 наурыз», with the year where it is of one year only."""
        first = day_of_year(self.month, self.day, self.year)
        if first is None:
            return ""
        return long_date(first) if self.year else day_month(first)

    @property
    @display(description=_("Name"))
    def name(self) -> str:
        return in_reader_language(self.name_kk, self.name_ru)


class Closure(models.Model):
    """Days on which a branch, or all of them, is closed out of turn."""

    branch = models.ForeignKey(
        Branch,
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="closures",
        verbose_name=_("branch"),
        help_text=_("Empty: all branches."),
    )
    starts = models.DateField(_("first day"))
    ends = models.DateField(_("last day"))
    reason_kk = models.CharField(_("reason in Kazakh"), max_length=255)
    reason_ru = models.CharField(_("reason in Russian"), max_length=255)
    show_from = models.DateField(
        _("announce on the home page from"),
        null=True,
        blank=True,
        help_text=_("Empty: a week before the first day."),
    )

    class Meta:
        verbose_name = _("closure")
        verbose_name_plural = _("closures")
        ordering = ["starts", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends__gte=F("starts")), name="closure_ends_after_start"
            )
        ]

    def __str__(self) -> str:
        return self.reason

    def clean(self) -> None:
        if self.starts and self.ends and self.ends < self.starts:
            raise ValidationError({"ends": _("The last day cannot be before the first.")})
        if self.show_from and self.ends and self.show_from > self.ends:
            raise ValidationError({"show_from": _("This is after the last day.")})

    @property
    @display(description=_("branch"))
    def place(self) -> str:
        """The branch's name, or words for all of them."""
        return self.branch.name if self.branch else gettext("All branches")

    @property
    @display(description=_("reason"))
    def reason(self) -> str:
        return in_reader_language(self.reason_kk, self.reason_ru)
