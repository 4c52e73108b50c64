"""What every page of the site has in common."""

from __future__ import annotations

import re

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.api import APIField
from wagtail.images import get_image_model_string
from wagtail.models import Page, PageManager, PageViewRestriction
from wagtail.query import PageQuerySet
from wagtail_localize.fields import SynchronizedField, TranslatableField

from birge.home.addresses import RESERVED_SLUGS, free_slug, latin_slug, slug_input
from birge.home.visibility import visible
from birge.home.way import Way

# For a title without a letter that has a Latin one.
FALLBACK_SLUG = "page"
LATIN_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


class PublicPageQuerySet(PageQuerySet):
    """Pages as readers may list them."""

    def listed(self, language: str | None = None) -> PublicPageQuerySet:
        """Live, public and, when a language is given, in that language."""
        found = visible(self)
        return found.filter(locale__language_code=language) if language else found


class BasePageForm(WagtailAdminPageForm):
    """A page's form; an address left empty is made from the title."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        if "slug" in self.fields:
            field = self.fields["slug"]
            field.required = False
            field.widget.attrs |= slug_input().attrs

    def clean(self) -> dict:
        cleaned = super().clean()
        title = cleaned.get("title")
        if "slug" in cleaned and not cleaned["slug"] and title:
            wanted = latin_slug(title) or FALLBACK_SLUG
            cleaned["slug"] = free_slug(wanted, self.parent_page, self.instance)
        return cleaned


class BasePage(Page):
    """A page with a lead, a picture for listings and social cards, and a Latin slug."""

    lead = models.TextField(
        _("lead"), blank=True, max_length=500, help_text=_("One or two sentences under the title.")
    )
    listing_image = models.ForeignKey(
        get_image_model_string(),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("picture for listings and social networks"),
    )
    listing_image_alt = models.CharField(
        _("what the picture shows"),
        max_length=255,
        blank=True,
        help_text=_("For readers who cannot see it."),
    )

    #: Whether the search box finds the page.
    in_search = True
    #: How a reader's request has come here.
    way: Way | None = None

    base_form_class = BasePageForm
    objects = PageManager.from_queryset(PublicPageQuerySet)()

    content_panels = [*Page.content_panels, "lead"]
    promote_panels = [
        *Page.promote_panels,
        MultiFieldPanel(
            [FieldPanel("listing_image"), FieldPanel("listing_image_alt")],
            heading=_("Listings and social networks"),
        ),
    ]
    api_fields = [APIField("lead"), APIField("listing_image"), APIField("listing_image_alt")]
    override_translatable_fields = [SynchronizedField("slug"), TranslatableField("lead")]

    class Meta:
        abstract = True

    def full_clean(self, *args: object, **kwargs: object) -> None:
        self._fill_slug()
        super().full_clean(*args, **kwargs)

    def minimal_clean(self) -> None:
        """Wagtail's; what is wrong with the title says that it is the title."""
        self._fill_slug()
        try:
            super().minimal_clean()
        except ValidationError as error:
            if hasattr(error, "error_dict"):
                raise
            # wagtail-localize asks every error which field it is of, and falls over one of none.
            raise ValidationError({"title": error}) from error

    def _fill_slug(self) -> None:
        """Give a page that has its place an address; Wagtail's own would drop Kazakh letters."""
        if not self.slug and self.path and self.title:
            wanted = latin_slug(self.title) or FALLBACK_SLUG
            self.slug = free_slug(wanted, self.get_parent(), self)

    def clean(self) -> None:
        super().clean()
        if self.slug and not LATIN_SLUG.fullmatch(self.slug) and not self.alias_of_id:
            raise ValidationError(
                {"slug": _("Write the address in small Latin letters, digits and hyphens.")}
            )
        if self.slug in RESERVED_SLUGS:
            raise ValidationError({"slug": _("This address belongs to the site itself.")})
        if self.listing_image_id and not self.listing_image_alt:
            raise ValidationError({"listing_image_alt": _("Say what the picture shows.")})

    def search_text(self) -> str:
        """The words the search box finds the page by, beside its title and its lead."""
        body = getattr(self, "body", None)
        return "\n".join(body.stream_block.get_searchable_content(body)) if body else ""

    def get_context(self, request: HttpRequest, *args: object, **kwargs: object) -> dict:
        """Wagtail's context; the frame of the page learns which page it is around."""
        request.frame_page = self
        return super().get_context(request, *args, **kwargs)

    def get_view_restrictions(self) -> QuerySet[PageViewRestriction]:
        """Those of the page and of all above it, or of what an alias among them stands for.

        One query, or none where the way here is known to be public; Wagtail's own fetches the
        pages first, and aliases one after another.
        """
        if self.way is not None and self.way.is_public:
            return PageViewRestriction.objects.none()
        ends = range(self.steplen, len(self.path) + 1, self.steplen)
        paths = [self.path[:end] for end in ends]
        pages = Page.objects.filter(
            Q(path__in=paths) | Q(aliases__path__in=paths) | Q(aliases__aliases__path__in=paths)
        )
        return PageViewRestriction.objects.filter(page__in=pages.order_by())
