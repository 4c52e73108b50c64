"""What staff change: the records that hang on it follow."""

from __future__ import annotations

import pytest

from birge.catalogue.models import Record
from birge.catalogue.services import ContributionInput, save_record
from birge.catalogue.services.records import save_agent
from tests.factories.catalogue import AgentFactory, RecordFactory

pytestmark = [pytest.mark.django_db, pytest.mark.database]


def test_renamed_person_is_renamed_in_the_author_lines():
    first, second = AgentFactory(name="Дулатов, Мир"), AgentFactory(name="Әуезов, Мұхтар")
    alone = RecordFactory(authors=[first])
    both = RecordFactory(authors=[second, first])
    other = RecordFactory(authors=[second])
    edited = save_record(
        RecordFactory.build(source=alone.source),
        [ContributionInput(second), ContributionInput(first, "edt")],
    )
    first.name = "Дулатұлы, Міржақып"
    save_agent(first)
    lines = dict(Record.objects.values_list("pk", "author"))
    assert lines == {
        alone.pk: "Міржақып Дулатұлы",
        both.pk: "Мұхтар Әуезов, Міржақып Дулатұлы",
        other.pk: "Мұхтар Әуезов",
        edited.pk: "Мұхтар Әуезов",
    }
