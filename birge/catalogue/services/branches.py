"""Which branch a code in a record means; an unknown one gets a branch that the site does not show."""

from __future__ import annotations

import hashlib
import unicodedata

from django.utils.text import slugify

from birge.catalogue.models import Branch

# For copies of which the source does not say where they are.
UNKNOWN_CODE = "unknown"
UNKNOWN_NAME_KK = "Филиалы көрсетілмеген"
UNKNOWN_NAME_RU = "Филиал не указан"
LAST_PLACE = 1000


def folded_code(code: str) -> str:
    """The code without case, spaces and punctuation."""
    text = unicodedata.normalize("NFKC", code).casefold()
    return "".join(character for character in text if character.isalnum())


class BranchFinder:
    """Branch ids by code, loaded once and kept in step with what it makes."""

    def __init__(self) -> None:
        self.load()

    def load(self) -> None:
        """Read the branches again, after a transaction that made one was undone."""
        self._ids: dict[str, int] = {}
        branches = list(Branch.objects.order_by("position", "pk"))
        for branch in branches:
            self._remember(branch)
        shown = [branch for branch in branches if branch.open_to_public]
        # A library with one branch need not say where its books are.
        self._only = shown[0].pk if len(shown) == 1 else None

    def find(self, code: str) -> int:
        """The id of the branch with that code or name; made, and hidden, when there is none."""
        folded = folded_code(code)
        if not folded:
            return self._only or self._unknown()
        if folded not in self._ids:
            self._make(code.replace("\0", "").strip())
        return self._ids[folded]

    def _remember(self, branch: Branch) -> None:
        names = (branch.code, *branch.other_codes, branch.name_kk, branch.name_ru)
        for name in names:
            if folded := folded_code(str(name)):
                self._ids.setdefault(folded, branch.pk)

    def _make(self, code: str) -> None:
        slug = slugify(code)
        taken = Branch.objects.filter(code=slug[:50]).exists()
        # slugify drops Cyrillic letters: «Фил. 3» would become "3".
        if not slug or taken or folded_code(slug) != folded_code(code):
            slug = f"code-{hashlib.sha256(code.encode()).hexdigest()[:12]}"
        self._remember(
            Branch.objects.create(
                code=slug[:50],
                other_codes=[code],
                name_kk=code[:255],
                name_ru=code[:255],
                position=LAST_PLACE,
                open_to_public=False,
            )
        )

    def _unknown(self) -> int:
        if UNKNOWN_CODE not in self._ids:
            self._remember(
                Branch.objects.create(
                    code=UNKNOWN_CODE,
                    name_kk=UNKNOWN_NAME_KK,
                    name_ru=UNKNOWN_NAME_RU,
                    position=LAST_PLACE,
                    open_to_public=False,
                )
            )
        return self._ids[UNKNOWN_CODE]
