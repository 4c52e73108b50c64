"""A recording is a sound file."""

from __future__ import annotations

import pytest
from django.core.files.base import ContentFile
from wagtail.blocks import StructBlockValidationError
from wagtail.documents import get_document_model

from birge.home.blocks.media import AudioBlock

pytestmark = pytest.mark.django_db


def cleaned(name: str) -> dict:
    file = ContentFile(b"bytes", name=name)
    document = get_document_model().objects.create(title="Ән", file=file)
    value = {"document": document.pk, "title": "Ән", "transcript": "<p>Сөзі</p>"}
    block = AudioBlock()
    return block.clean(block.to_python(value))


@pytest.mark.parametrize("name", ["an.mp3", "an.M4A", "an.ogg", "an.wav"])
def test_sound_is_taken(name):
    assert cleaned(name)["title"] == "Ән"


@pytest.mark.parametrize("name", ["an.pdf", "an.exe", "an", "an.mp4"])
def test_anything_else_is_refused_at_the_field(name):
    with pytest.raises(StructBlockValidationError) as refused:
        cleaned(name)
    assert list(refused.value.block_errors) == ["document"]
