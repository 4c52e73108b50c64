"""A translation typed in wagtail-localize is published, or says what is wrong with it."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Locale
from wagtail_localize.models import StringTranslation, Translation, TranslationSource

from birge.core.models import User
from tests.factories.site import make_page, make_site

pytestmark = pytest.mark.django_db


def test_a_title_that_is_too_long_is_refused_at_its_string(client: Client):
    client.force_login(User.objects.create_superuser("admin", "", "x"))
    page = make_page(make_site().root_page, "Ережелер", "rules")
    source, _made = TranslationSource.update_or_create_from_instance(page)
    russian = Locale.objects.get(language_code="ru")
    translation = Translation.objects.create(source=source, target_locale=russian)
    translation.save_target(publish=False)
    segment = source.stringsegment_set.get(context__path="title")
    typed = StringTranslation.objects.create(
        translation_of=segment.string, context=segment.context, locale=russian, data="П" * 256
    )
    other = page.get_translation(russian)
    assert other.draft_title == "П" * 255
    response = client.post(
        reverse("wagtailadmin_pages:edit", args=[other.pk]), {"action": "publish"}
    )
    assert response.status_code in (200, 302)
    typed.refresh_from_db()
    assert "255" in typed.get_error()
    other.refresh_from_db()
    assert other.title == "Ережелер"
