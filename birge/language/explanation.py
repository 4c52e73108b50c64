"""How a word was taken apart, in words: for tests, for the curious, for the API."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from birge.language import kazakh, russian
from birge.language.analysis import language_of, word_forms
from birge.language.folding import fold
from birge.language.normalise import normalise

#: What the tags of the grammar are called, in English and in Kazakh school grammar.
NAMES: Final[dict[str, tuple[str, str]]] = {
    "plural": ("plural", "көптік жалғау"),
    "possessive12": ("possessive, first or second person", "тәуелдік жалғау"),
    "possessive3": ("possessive, third person", "тәуелдік жалғау, үшінші жақ"),
    "possessive3_s": ("possessive, third person", "тәуелдік жалғау, үшінші жақ"),
    "genitive": ("genitive", "ілік септік"),
    "dative": ("dative", "барыс септік"),
    "dative3": ("dative after a possessive", "барыс септік"),
    "dative12": ("dative after a possessive", "барыс септік"),
    "accusative": ("accusative", "табыс септік"),
    "accusative3": ("accusative after a possessive", "табыс септік"),
    "locative": ("locative", "жатыс септік"),
    "locative3": ("locative after a possessive", "жатыс септік"),
    "ablative": ("ablative", "шығыс септік"),
    "ablative3": ("ablative after a possessive", "шығыс септік"),
    "instrumental": ("instrumental", "көмектес септік"),
    "equative": ("equative: as, in the language of", "-ша, -ше жұрнағы"),
    "equative3": ("equative after a possessive", "-ша, -ше жұрнағы"),
    "similative": ("similative: like", "-дай, -дей жұрнағы"),
    "similative3": ("similative after a possessive", "-дай, -дей жұрнағы"),
    "attributive": ("attributive of place: that is in", "-дағы, -дегі жұрнағы"),
    "attributive3": ("attributive of place after a possessive", "-дағы, -дегі жұрнағы"),
    "genitive_attributive": ("that belongs to", "-нікі жұрнағы"),
    "predicative": ("personal ending of a predicate", "жіктік жалғау"),
    "comparative": ("comparative", "шырай жұрнағы"),
    "ordinal": ("ordinal number", "реттік сан есім"),
    "temporal": ("of a time or place", "-ғы, -гі жұрнағы"),
    "gerund": ("verbal noun", "тұйық етістік"),
    "agent": ("one who does", "-ушы, -уші жұрнағы"),
    "participle": ("past participle", "өткен шақ есімше"),
    "resultative": ("participle", "есімше"),
    "habitual": ("habitual participle", "-атын, -етін есімшесі"),
    "aorist": ("future participle", "келер шақ есімше"),
    "aorist_negative": ("negative future participle", "болымсыз есімше"),
    "intention": ("intention", "-мақ, -мек тұлғасы"),
    "negation": ("negation", "болымсыз етістік"),
    "passive": ("passive", "ырықсыз етіс"),
    "reflexive": ("reflexive", "өздік етіс"),
    "reciprocal": ("reciprocal", "ортақ етіс"),
    "causative": ("causative", "өзгелік етіс"),
    "causative_т": ("causative", "өзгелік етіс"),
    "voices": ("two voices", "етіс жұрнақтары"),
    "past": ("past tense", "жедел өткен шақ"),
    "past_person": ("past tense with person", "жедел өткен шақ"),
    "past_perfect": ("perfect, first person, shortened", "бұрынғы өткен шақ"),
    "present": ("third person", "жіктік жалғау, үшінші жақ"),
    "present_person": ("personal ending", "жіктік жалғау"),
    "present_a": ("present and future stem", "ауыспалы осы шақ"),
    "present_й": ("present and future stem", "ауыспалы осы шақ"),
    "conditional": ("conditional", "шартты рай"),
    "conditional_person": ("conditional with person", "шартты рай"),
    "imperative": ("imperative", "бұйрық рай"),
    "voluntative": ("imperative, first person", "бұйрық рай, бірінші жақ"),
    "optative": ("wish", "қалау рай"),
    "converb": ("converb in -п", "көсемше"),
    "converb_a": ("converb in -а", "көсемше"),
    "converb_й": ("converb in -й", "көсемше"),
    "converb_rare": ("converb of purpose or time", "көсемше"),
    "evidential": ("past as is heard", "бұрынғы өткен шақ"),
}


@dataclass(frozen=True, slots=True)
class Piece:
    """One suffix: its letters, its name in English and in Kazakh."""

    text: str
    name: str
    kazakh_name: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """A word taken apart.

    ``part`` is "noun" (any word that takes the endings of nouns), "verb", or pymorphy's name of a
    Russian part of speech; ``known`` tells whether the root is in a list; ``others`` are the roots
    of the next likeliest readings; ``keys`` are what engines compare.
    """

    word: str
    language: str
    stem: str
    root: str
    part: str
    known: bool
    suffixes: tuple[Piece, ...]
    others: tuple[str, ...]
    keys: tuple[str, ...]


def explain(word: str, hint: str = "") -> Explanation:
    """Return how one word was taken apart; ``hint`` ("kk", "ru") is the language around it."""
    word = normalise(word).replace(" ", "")
    if not word.strip("'"):
        return Explanation(word, "", word, word, "", False, (), (), ())
    kind = "number" if word.isdecimal() else "word"
    _exact, stem, keys = word_forms(word, kind, hint)
    language = language_of(word, hint)
    if language == "" and russian.is_known(word) and not kazakh.is_known_folded(word):
        # The letters are of both languages, the word is of one.
        language, stem = "ru", russian.stem(word)
    if language in ("kk", "") and kind == "word":
        return _kazakh(word, language, keys)
    if language == "ru":
        return Explanation(
            word, language, stem, stem, russian.part(word), russian.is_known(word), (), (), keys
        )
    return Explanation(word, language, stem, stem, "", False, (), (), keys)


def _kazakh(word: str, language: str, keys: tuple[str, ...]) -> Explanation:
    """Return the reading of a Kazakh word; without its letters, by the folded alphabet."""
    folded = language == "" and word == fold(word)
    reader = kazakh.analyzer(folded)
    stem = kazakh.stem_folded(word) if folded else kazakh.stem(word)
    found = kazakh.simplest(reader, word)
    if found is None or found.root != stem:
        known = reader.knows(stem)
        return Explanation(word, language, stem, stem, "noun", known, (), (), keys)
    texts = kazakh.suffix_texts(reader, word, found)
    pieces = tuple(
        Piece(text, *NAMES[tag])
        for text, tag in zip(texts, reversed(found.chain.tags), strict=True)
    )
    others = tuple(each.root for each in reader.best(word)[:4] if each.root != stem)
    root = reader.lexicon.written.get(stem, stem)
    part = "verb" if found.chain.part == "V" else "noun"
    return Explanation(word, language, stem, root, part, found.info.known, pieces, others, keys)
