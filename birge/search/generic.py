"""Words that say what kind of thing is looked for, and nothing of what it is about."""

from __future__ import annotations

from dataclasses import replace

from birge.search.engines.base import Query, Word

#: As residents write them, in the forms they come in. A book may be called so: what was typed is
#: asked first, and these words are dropped only where nothing has them all.
GENERIC = frozenset(
    "кітап кітабы кітапты кітаптар кітаптары кітаптарын китап китабы китаптар kitap"
    " роман романы повесть повесі әңгіме әңгімелер шығарма шығармасы шығармалары"
    " оқулық оқулығы серия сериясы топтамасы баспа баспасы автор авторы жазушы томдық"
    " трилогия трилогиясы дилогия"
    " бар ма ме ба бе па пе керек іздеп іздеймін жүрмін қайда тұр оқу оқығым келеді деген атты"
    " қазақша орысша тілінде үйрететін үйренетін балаларға"
    " книга книги книгу книжка книжки роман романы повесть рассказы сочинение сочинения"
    " произведение произведения учебник учебники серия серии серию трилогия издательство"
    " издательства автор писатель есть ли у вас нас имеется ищу найти хочу почитать прочитать"
    " взять нужна нужен нужно нужны что-нибудь какая-нибудь казахском русском языке детей детям"
    " book books novel series publisher".split()
)
#: Books at large, which hardly any title speaks of.
BOOKS = frozenset("книги книжки кітаптар кітаптары кітаптарын китаптар books".split())


def is_generic(word: Word) -> bool:
    """Whether a word only says that a book is looked for."""
    return GENERIC.issuperset(word.exact)


def asks_for_books(query: Query) -> bool:
    """Whether books are asked for as such: «книги о природе», «Әуезовтің кітаптары»."""
    return any(BOOKS.issuperset(word.exact) for word in query.words)


def without_generic(query: Query) -> Query | None:
    """The query without such words; None where there are none, or nothing else."""
    kept = tuple(word for word in query.words if not is_generic(word))
    if len(kept) == len(query.words) or not (kept or query.phrases or query.identifiers):
        return None
    sequence = tuple(word for word in query.sequence if not is_generic(word))
    return replace(query, words=kept, sequence=sequence)
