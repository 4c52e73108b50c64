"""Queries read by the words of the index: other scripts, other layouts, slips, and their limits."""

from __future__ import annotations

import pytest

from birge.search.answering import Answer, answer_to
from birge.search.relaxing import Manner
from birge.search.wanted import read_wanted
from tests.search.library import hide, make_agent, make_record

pytestmark = [pytest.mark.django_db, pytest.mark.database]


class Typed(dict):
    def getlist(self, key: str) -> list[str]:
        return [self[key]] if key in self else []


def ask(text: str, per_page: int = 20, **parameters: str) -> Answer:
    return answer_to(read_wanted(Typed({"q": text, **parameters})), per_page)


def found(text: str, **parameters: str) -> list[int]:
    return [hit.record_id for hit in ask(text, **parameters).result.hits]


# Scripts and layouts


@pytest.mark.parametrize(
    "query", ["qazaq ertegileri", "kazak ertegileri", "qazaqtyñ ertegısı", "qazaq ertegisi"]
)
def test_kazakh_in_latin_letters_is_found(query):
    record = make_record("Қазақ ертегілері")
    assert found(query) == [record.pk]
    assert {change.kind.value for change in ask(query).changes} == {"script"}


@pytest.mark.parametrize("query", ["voyna i mir", "vojna i mir", "voina mir"])
def test_russian_in_latin_letters_is_found(query):
    record = make_record("Война и мир", language="ru")
    assert found(query) == [record.pk]


@pytest.mark.parametrize(
    ("query", "title", "language"),
    [
        ("0fpf0 nfhb[s", "Қазақ тарихы", "kk"),
        ("0аза0 тарихы", "Қазақ тарихы", "kk"),
        ("к3тап туралы", "Кітап туралы", "kk"),
        ("djqyf b vbh", "Война и мир", "ru"),
        ("-vbh", "Өмір", "kk"),
    ],
)
def test_the_wrong_keyboard_layout_is_read_through(query, title, language):
    record = make_record(title, language=language)
    assert found(query) == [record.pk]


def test_a_word_that_records_have_is_never_replaced():
    latin = make_record("Kitap", language="en")
    make_record("Кітап")
    assert found("kitap") == [latin.pk]
    assert ask("kitap").changes == ()


def test_a_form_that_only_a_dictionary_explains_is_no_slip():
    children = make_record("Дети капитана Гранта", language="ru")
    make_record("Один день Ивана Денисовича", language="ru")
    make_record("Антуан де Сент-Экзюпери", language="ru")
    assert found("детям") == found("детей") == [children.pk]


# Books as such


def test_books_as_such_are_not_a_part_of_what_is_asked():
    nature = make_record("Плаха", language="ru", annotation="Роман о человеке и природе.")
    book = make_record("Книги о природе", language="ru")
    assert found("книги о природе") == [book.pk, nature.pk]


def test_for_whom_a_book_is_may_be_left_out():
    tales = make_record("Русские сказки", language="ru")
    make_record("Дети капитана Гранта", language="ru")
    assert found("сказки для детей") == [tales.pk]


# Slips


@pytest.mark.parametrize(
    ("query", "title", "language"),
    [
        ("ертгілер", "Қазақ ертегілері", "kk"),
        ("ертегліер", "Қазақ ертегілері", "kk"),
        ("ертегилре", "Қазақ ертегілері", "kk"),
        ("двеушки", "Девушка с веслом", "ru"),
        ("теоретичюеские", "Теоретическая физика", "ru"),
        ("кноза", "Князь Серебряный", "ru"),
        ("книга джуглей", "Книга джунглей", "ru"),
    ],
)
def test_one_slip_is_forgiven_on_stem_or_ending(query, title, language):
    record = make_record(title, language=language)
    make_record("Басқа нәрсе")
    assert record.pk in found(query)


def test_a_short_real_word_is_not_taken_for_another():
    make_record("Луна", language="ru")
    assert found("дюна") == []


def test_words_must_still_stand_together():
    make_record("Тайна океана", language="ru")
    make_record("Сказки леса", language="ru")
    assert found("тйана лесса") == []


def test_nothing_is_read_from_hidden_records():
    record = make_record("Динозаврлар")
    hide(record)
    answer = ask("диназавр")
    assert answer.result.total == 0
    assert answer.changes == ()
    assert answer.text == "диназавр"


@pytest.mark.parametrize("query", ["qazaq", "0аза0", "қазқтың"])
def test_exact_turns_everything_off(query):
    make_record("Қазақ")
    assert found(query)
    assert found(query, exact="1") == []


# Names


@pytest.mark.parametrize(
    "query",
    ["М. Әуезов", "Әуезов М.О.", "Мұхтар Әуезов", "Әуезов Мұхтар", "Мұхтар Омарханұлы Әуезов"],
)
def test_a_full_name_meets_initials(query):
    record = make_record("Абай жолы", authors=["Әуезов, М."])
    make_record("Мұхтар туралы", authors=["Шаханов, Мұхтар"])
    assert found(query) == [record.pk]


@pytest.mark.parametrize("query", ["Әуезов М.О.", "М.О. Әуезов", "М. Әуезов"])
def test_initials_meet_a_full_name(query):
    record = make_record("Абай жолы", authors=["Әуезов, Мұхтар"])
    assert found(query) == [record.pk]


@pytest.mark.parametrize("query", ["Ауэзов", "Auezov", "Ауезов", "Мухтар Ауэзов"])
def test_another_spelling_of_a_name_is_found(query):
    record = make_record("Абай жолы", authors=["Әуезов, Мұхтар"])
    assert found(query) == [record.pk]


def test_initials_belong_to_the_surname():
    make_record("Ән", authors=[make_agent("Әуезов, Қайрат"), make_agent("Есенов, Мақсат")])
    assert found("Мұхтар Әуезов") == []


# Volumes


@pytest.mark.parametrize(
    "query",
    [
        "Абай жолы 2 том",
        "Абай жолы т. 2",
        "Абай жолы екінші том",
        "Абай жолы 2-кітап",
        "Абай жолы II том",
        "Абай жолы ІІ кітап",
    ],
)
@pytest.mark.parametrize("part", ["2-кітап", "Т. 2", "Екінші кітап", "Т. II", "Кн. вторая"])
def test_a_volume_is_found_however_it_is_named(query, part):
    make_record("Абай жолы", part_number="1-кітап")
    second = make_record("Абай жолы", part_number=part)
    assert found(query) == [second.pk]


# Parts of a record


@pytest.mark.parametrize("query", ["автор: Абай", "author:Абай", "АВТОР:абай", "авторы: абайдың"])
def test_a_word_can_be_asked_of_the_author_alone(query):
    make_record("Абай жолы", authors=["Әуезов, Мұхтар"])
    poems = make_record("Өлеңдер", authors=["Құнанбаев, Абай"])
    assert found(query) == [poems.pk]


@pytest.mark.parametrize("query", ["название: Абай", "атауы:Абай", "title: абай"])
def test_a_word_can_be_asked_of_the_title_alone(query):
    title = make_record("Абай жолы")
    make_record("Өлеңдер", authors=["Құнанбаев, Абай"])
    assert found(query) == [title.pk]


@pytest.mark.parametrize(
    ("query", "title"),
    [
        ("Алматы", "История Алма-Аты"),
        ("алма-ата", "Алматы тарихы"),
        ("алма ата", "Алматы тарихы"),
        ("тарихи Алматыда", "Исторический очерк. Алма-Ата: тарихи орын"),
    ],
)
def test_a_place_is_found_by_its_older_name(query, title):
    record = make_record(title)
    make_record("Алма туралы")
    assert found(query) == [record.pk]


def test_a_name_without_a_space_is_about_one_word():
    wanted = make_record("Өлеңдер", authors=["Құнанбаев, Абай"])
    assert found("автор:Абай өлеңдер") == [wanted.pk]


@pytest.mark.parametrize("query", ["Абай год:1984", "жылы: 1980-1990 Абай", "year:1984 абай"])
def test_years_can_be_asked_for_by_name(query):
    wanted = make_record("Абай", year=1984)
    make_record("Абай", year=2001)
    assert found(query) == [wanted.pk]


@pytest.mark.parametrize("query", ["баспа: жазушы", "издательство: жазушы", "баспа: жазушыны"])
def test_a_publisher_asked_for_by_name_is_not_looked_for_in_annotations(query):
    wanted = make_record("Абай", publisher="Жазушы")
    make_record("Қазақ", annotation="Жазушы туралы кітап.")
    assert found(query) == [wanted.pk]


# Long questions


def test_a_long_query_is_answered_by_most_of_its_words():
    wanted = make_record("Қазақ халқының ұлттық киімдері мен әшекейлері")
    make_record("Қазақ тарихы")
    answer = ask("қазақ халқының ұлттық киімдері энциклопедиясы")
    assert [hit.record_id for hit in answer.result.hits] == [wanted.pk]
    assert answer.relaxed_as is Manner.NAMES


def test_what_says_most_about_a_question_comes_first():
    once = make_record("Жылқы", annotation="Дала туралы әңгіме. " * 30 + "Жылқы мен түйе.")
    often = make_record("Түйе", annotation="Түйе өсіру. Түйе сүті. Түйе мен жылқы.")
    assert found("Түйе деген қандай жылқы?") == [often.pk, once.pk]


def test_words_that_begin_alike_say_something_about_a_question():
    """Of two texts that say one of its words, that stands first which has a relative of another."""
    make_record("Сәулетші")  # nobody's slip
    stranger = make_record("Алматы", annotation="Алматы – үлкен қала.")
    relative = make_record("Алматы", annotation="Алматы, оның көне сәулеті – үлкен қала туралы.")
    order = found("Алматының белгілі сәулетшілері кімдер?")
    assert order.index(relative.pk) < order.index(stranger.pk)


@pytest.mark.parametrize("query", ["Ноғай ордасының аумағы қандай?", "Ноғай ордасының аумағы:"])
def test_a_question_may_leave_its_answer_to_be_filled_in(query):
    record = make_record("Ноғай ордасы")
    answer = ask(query)
    assert [hit.record_id for hit in answer.result.hits] == [record.pk]
    assert answer.relaxed_as is Manner.ASKS


@pytest.mark.parametrize(
    ("query", "author"),
    [
        ("Не стреляйте в белых лебедей", "Васильев, Борис"),
        ("Как закалялась сталь", "Островский, Николай"),
        ("Островский как закалялась сталь", "Островский, Николай"),
        ("Кто виноват и что делать", "Герцен, Александр"),
    ],
)
def test_a_title_that_looks_like_a_question_is_a_title(query, author):
    title = query.removeprefix("Островский ")
    record = make_record(title, language="ru", authors=[author])
    make_record("Сталь и лебеди", language="ru", annotation="Кто и как стреляет, что делать.")
    answer = ask(query)
    assert [hit.record_id for hit in answer.result.hits] == [record.pk]
    assert answer.relaxed_as is None


def test_a_title_with_a_question_mark_comes_first():
    make_record(
        "Жизнь на Руси", language="ru", annotation="Русь, жизнь, хорошо. Хорошо на Руси жить."
    )
    record = make_record("Кому на Руси жить хорошо?", language="ru", annotation="Поэма. " * 50)
    assert found("Кому на Руси жить хорошо?")[0] == record.pk


@pytest.mark.parametrize("per_page", [7, 20, 50])
def test_pages_of_a_question_hold_every_record_once(per_page):
    records = {
        make_record(f"Түйе {number}", annotation="Жылқы. " * (number % 7)).pk
        for number in range(120)
    }
    seen = [
        hit.record_id
        for page in range(1, -(-120 // per_page) + 1)
        for hit in ask("Түйе мен жылқы қайда тұрады?", per_page, page=str(page)).result.hits
    ]
    assert len(seen) == 120
    assert set(seen) == records


def test_a_lone_letter_says_nothing_of_what_is_asked():
    make_record("Ғ әрпі")
    record = make_record("Мүсірепов пьесалары")
    make_record("Мүсірепов романдары")
    assert found("Ғ. Мүсірепов пьесалары қандай?")[0] == record.pk


def test_a_question_is_answered_without_its_question_words():
    wanted = make_record("Қазақтың алғашқы ғарышкері")
    assert found("Қазақтан шыққан алғашқы ғарышкер кім?") == [wanted.pk]


@pytest.mark.parametrize(
    "query", ["Гарри Поттер", "Гарри Поттер и философский камень", "абай поттер"]
)
def test_a_book_that_is_not_held_brings_no_other(query):
    make_record("Философский камень алхимиков", language="ru")
    make_record("Абай жолы")
    assert found(query) == []


# Numbers


@pytest.mark.parametrize(
    ("title", "language", "query"),
    [
        ("Двенадцать стульев", "ru", "12 стульев"),
        ("12 стульев", "ru", "двенадцать стульев"),
        ("Жеті жұрттың тілін біл", "kk", "7 жұрттың тілі"),
        ("Он екі ай", "kk", "12 ай"),
        ("12 ай", "kk", "он екі ай"),
        ("Двадцать пять уроков", "ru", "25 уроков"),
        ("Трое в лодке", "ru", "3 в лодке"),
    ],
)
def test_numbers_are_found_in_words_and_in_figures(title, language, query):
    record = make_record(title, language=language)
    assert found(query) == [record.pk]


# Names that are not held


def test_a_surname_is_not_read_as_a_form_of_a_shorter_word():
    make_record("Эссе", language="kk")
    assert found("Есенин") == []
    assert ask("Есенин").changes == ()


def test_a_surname_is_still_found_in_the_other_spelling():
    record = make_record("Таңдамалы", authors=["Ыбырайымов, Серік"])
    assert found("Ибраимов") == [record.pk]


def test_the_number_of_a_part_is_not_how_many_there_are():
    make_record("Абай жолы", part_number="1-кітап", annotation="Екі дос туралы")
    second = make_record("Абай жолы", part_number="2-кітап")
    assert found("Абай жолы 2 кітап") == [second.pk]
