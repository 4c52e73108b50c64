"""Periodicals and printed music: what stands beside the books."""

from __future__ import annotations

from birge.site.demo.model import Book

# A book reads as a catalogue card, not as one field in a line.
# fmt: off
SERIALS = (
    Book(
        "zhuldyz", "Жұлдыз", "kaz", subtitle="әдеби журнал", place="Алматы", class_udc="05",
        kind="periodical",
        subjects=("қазақ әдебиеті", "әдеби журнал"),
        annotation="Қазақстан Жазушылар одағының 1922 жылдан шығып келе жатқан айлық журналы.",
    ),
    Book(
        "baldyrgan", "Балдырған", "kaz", subtitle="балалар журналы", place="Алматы",
        class_udc="05", audience="children", age="0+", kind="periodical",
        subjects=("балалар журналы",),
        annotation="Бүлдіршіндерге арналған суретті журнал, 1958 жылдан шығады.",
    ),
    Book(
        "prostor", "Простор", "rus", subtitle="литературно-художественный журнал", place="Алматы",
        class_udc="05", kind="periodical",
        subjects=("литература Казахстана", "литературный журнал"),
        annotation=(
            "Ежемесячный журнал прозы, поэзии и публицистики; под этим именем выходит с 1960 "
            "года."
        ),
    ),
    Book(
        "zhubanov-abai", "Абай", "kaz", ("zhubanov-a", "khamidi"), subtitle="опера",
        class_udc="78", class_bbk="85.31", kind="score",
        subjects=("опера", "қазақ музыкасы"),
        annotation="Ахмет Жұбанов пен Латиф Хамидидің операсы; либреттосын Мұхтар Әуезов жазған.",
    ),
    Book(
        "brusilovsky-zhibek", "Кыз-Жибек", "rus", ("brusilovsky",), subtitle="опера",
        class_udc="78", class_bbk="85.31", kind="score",
        subjects=("опера", "казахская музыка"),
        annotation="Опера Евгения Брусиловского на народные темы, поставленная в 1934 году.",
    ),
    Book(
        "zataevich", "1000 песен казахского народа", "rus", ("zataevich",), subtitle="песни и кюи",
        place="Москва", publisher="Музгиз", year=1963, class_udc="78", class_bbk="85.31",
        kind="score",
        subjects=("казахские песни", "музыкальный фольклор"),
        annotation="Собрание мелодий, записанных Александром Затаевичем; второе издание.",
    ),
)
# fmt: on
