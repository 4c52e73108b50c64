"""What is known of Kazakh roots: the list by part of speech, and the forms no rule yields."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import Final

#: Compiled by ``tools/language/roots.py`` from the notes beside it.
ROOTS: Final = Path(__file__).with_name("data") / "kazakh_roots.txt"

#: Parts of speech that take the endings of nouns, in the order in which a homograph counts.
CLASSES: Final = {
    "noun": "noun",
    "loan": "noun",
    "adj": "adj",
    "person": "name",
    "place": "name",
    "ethnonym": "noun",
    "num": "num",
    "pron": "num",
    "adv": "adv",
    "postp": "adv",
}

#: Roots that lose the vowel of the last syllable before a vowel: орын, орны; қорық, қорқу.
SYNCOPE: Final = {
    "noun": (
        "орын ерін мұрын қарын мойын қойын ауыз бөрік көрік халық құлық ғұрып әріп қалып қауіп ерік"
        " көңіл мүлік парық нарық ғайып қырық бүйір дауыс ойын бауыр"
    ).split(),
    "verb": "қорық тауыс қауыш".split(),
}

#: Pronouns and a few verbs whose forms no rule yields.
IRREGULAR: Final = {
    form: root
    for root, forms in {
        "мен": "менің мені маған менде менен менімен менікі меніңше",
        "сен": "сенің сені саған сенде сенен сенімен сенікі",
        "сіз": "сіздің сізді сізге сізде сізден сізбен сіздер сіздердің сіздерге",
        "ол": "оның оны оған онда одан онымен олар олардың оларды оларға оларда олардан олармен",
        "бұл": "бұның бұны бұған бұнда бұдан бұнымен мұның мұны мұнда мұдан мұнымен мұнан",
        "осы": "осының осыны осыған осында осыдан осынымен",
        "сол": "соның соны соған сонда содан сонымен",
        "біз": "біздің бізді бізге бізде бізден бізбен",
        "өз": "өзі өзін өзіне өзінде өзінен өзінің өзім өзімнің өзіме өздері өздерін өздерінің",
        "не": "нені неге неден немен ненің",
        "кім": "кімнің кімді кімге кімде кімнен кіммен кімдер",
        "бәрі": "бәрін бәріне бәрінің бәрінде бәрінен бәрімен",
        "барлық": "барлығы барлығын барлығының барлығына",
        "кел": "кеп",
        "ал": "ап",
        "бол": "боп",
        "қой": "қою қоя қояды қояйын қоям",
        "жат": "жатыр жатырмын жатырсың жатырсыз жатырмыз",
        "жүр": "жүрмін жүрсің жүрсіз жүрміз",
        "тұр": "тұрмын тұрсың тұрсыз тұрмыз",
        "отыр": "отырмын отырсың отырсыз отырмыз",
        "де": "деп дей дейді деді деген дегенде дегені дейтін десе деу дер десек деген дедім дейміз",
        "же": "жеп жей жейді жеді жеген жейтін жеу",
    }.items()
    for form in forms.split()
}

_HEADING: Final = re.compile(r"(\w+):")


def load() -> dict[str, set[str]]:
    """Return the words of the list by part of speech."""
    found: dict[str, set[str]] = defaultdict(set)
    part = ""
    for line in ROOTS.read_text(encoding="utf-8").splitlines():
        heading = _HEADING.fullmatch(line)
        if heading:
            part = heading[1]
        elif not line.startswith("#"):
            found[part].update(line.split())
    return found


class Lexicon:
    """The roots in the spelling of stems: canonical last sounds, full or folded letters."""

    def __init__(self, spell: Callable[[str], str], devoice: dict[int, str]) -> None:
        self._devoice = devoice
        words = load()
        verbs = words.pop("verb")
        for own in words.values():
            # A verbal noun is a form of its verb, though dictionaries list many: оқу, жазу.
            own -= {
                word for word in own if word.endswith("у") and not verbs.isdisjoint(_verbs_of(word))
            }
        #: Canonical root → its class among nouns.
        self.nouns: dict[str, str] = {}
        for part in reversed(CLASSES):
            self.nouns.update((self.canonical(spell(word)), CLASSES[part]) for word in words[part])
        #: Canonical verb stems; those in -ы/-і keep that vowel.
        self.verbs = frozenset(self.canonical(spell(word)) for word in verbs)
        self.written = {self.canonical(spell(word)): word for word in sorted(verbs)}
        for part in reversed(CLASSES):
            self.written |= {self.canonical(spell(word)): word for word in sorted(words[part])}
        high = ("ы", "і", "и") if spell("і") == "и" else ("ы", "і")
        self.in_y = {verb[:-1]: verb for verb in self.verbs if verb.endswith(high) and verb[2:]}
        self.syncope = {
            part: {spell(root[:-2] + root[-1]): spell(root) for root in roots}
            for part, roots in SYNCOPE.items()
        }
        forms = IRREGULAR | {root: root for root in IRREGULAR.values()}
        self.irregular = {spell(form): spell(root) for form, root in forms.items()}

    def canonical(self, rest: str) -> str:
        """Return a root with its final б, г, ғ as п, к, қ; loans too, for one stem each."""
        if rest[-1] in "бгғ":
            return rest[:-1] + rest[-1].translate(self._devoice)
        return rest


def _verbs_of(noun: str) -> tuple[str, ...]:
    """Return the verbs a noun in -у may be made of."""
    return noun[:-1], noun[:-1] + "ы", noun[:-1] + "і"
