"""What the library says of itself on every page: per site, and per language."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel, PageChooserPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting
from wagtail.images import get_image_model_string
from wagtail.models import Locale, Orderable

from birge.core.bin import is_valid_bin


@register_setting(icon="home")
class LibraryProfile(ClusterableModel, BaseSiteSetting):
    """Facts of the library that are the same in every language."""

    bin = models.CharField(
        _("BIN"), max_length=12, blank=True, help_text=_("Business identification number.")
    )
    phone = models.CharField(_("phone"), max_length=50, blank=True)
    whatsapp = models.CharField(_("WhatsApp"), max_length=50, blank=True)
    telegram = models.CharField(_("Telegram"), max_length=100, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    default_image = models.ForeignKey(
        get_image_model_string(),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("picture for social networks"),
    )

    panels = [
        InlinePanel("texts", label=_("Names in each language"), min_num=1),
        MultiFieldPanel(
            [
                FieldPanel("bin"),
                FieldPanel("phone"),
                FieldPanel("whatsapp"),
                FieldPanel("telegram"),
                FieldPanel("email"),
            ],
            heading=_("Contacts"),
        ),
        InlinePanel("social_profiles", label=_("Social networks")),
        InlinePanel("footer_links", label=_("Links in the footer")),
        FieldPanel("default_image"),
    ]

    class Meta:
        verbose_name = _("library profile")

    def clean(self) -> None:
        super().clean()
        if self.bin and not is_valid_bin(self.bin):
            raise ValidationError({"bin": _("This is not a BIN: twelve digits, check digit last.")})


class LibraryText(Orderable):
    """The library's names and words in one language."""

    profile = ParentalKey(LibraryProfile, on_delete=models.CASCADE, related_name="texts")
    locale = models.ForeignKey(
        Locale, on_delete=models.CASCADE, related_name="+", verbose_name=_("language")
    )
    official_name = models.CharField(_("official name"), max_length=255)
    short_name = models.CharField(_("short name"), max_length=60)
    kind = models.CharField(
        _("line under the name"), max_length=100, blank=True, help_text=_("“City library”")
    )
    address = models.CharField(_("address"), max_length=255, blank=True)
    hours = models.TextField(
        _("opening hours in the footer"), blank=True, help_text=_("One line for each.")
    )
    description = models.CharField(_("description for search engines"), max_length=200, blank=True)

    panels = [
        FieldPanel("locale"),
        FieldPanel("official_name"),
        FieldPanel("short_name"),
        FieldPanel("kind"),
        FieldPanel("address"),
        FieldPanel("hours"),
        FieldPanel("description"),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("names in a language")
        verbose_name_plural = _("names in each language")
        constraints = [
            models.UniqueConstraint(fields=["profile", "locale"], name="one_text_per_language")
        ]

    def __str__(self) -> str:
        return self.official_name


class SocialProfile(Orderable):
    """The library's page on a social network."""

    profile = ParentalKey(LibraryProfile, on_delete=models.CASCADE, related_name="social_profiles")
    name = models.CharField(_("name of the network"), max_length=50)
    url = models.URLField(_("address"))

    panels = [FieldPanel("name"), FieldPanel("url")]

    class Meta(Orderable.Meta):
        verbose_name = _("social network")
        verbose_name_plural = _("social networks")

    def __str__(self) -> str:
        return self.name


class FooterLink(Orderable):
    """A page linked from the foot of every page, shown in the reader's language."""

    class Column(models.TextChoices):
        READER = "reader", _("For readers")
        LIBRARY = "library", _("Library")
        LEGAL = "legal", _("Bottom line")

    profile = ParentalKey(LibraryProfile, on_delete=models.CASCADE, related_name="footer_links")
    page = models.ForeignKey(
        "wagtailcore.Page", on_delete=models.CASCADE, related_name="+", verbose_name=_("page")
    )
    column = models.CharField(_("column"), max_length=10, choices=Column, default=Column.READER)

    panels = [PageChooserPanel("page"), FieldPanel("column")]

    class Meta(Orderable.Meta):
        verbose_name = _("link in the footer")
        verbose_name_plural = _("links in the footer")

    def __str__(self) -> str:
        return str(self.page)
