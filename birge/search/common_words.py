"""Words that say little of what is looked for."""

from __future__ import annotations

#: Words too common to insist on; they still count inside quotation marks.
FUNCTION_WORDS = frozenset(
    "и в во на с со о об обо про к ко у из по за от до для не ни а но же ли бы как что это или при "
    "мен пен бен және да де та те үшін туралы жайлы бойынша арналған не немесе бұл сол осы a an and in of on the to".split()
)
#: Words that ask, and say nothing of what is asked about.
ASKING = frozenset(
    "нені неден немене немен неге неменеге нелер кім кімдер кімнің кімге қандай қай қайсы қашан"
    " қайда қайдан қалай қанша неше неліктен ма ме ба бе па пе еді екен болды болып болады болған"
    " болатын деген деп дейді айтады аталады атауы аталуы дегеніміз жазған жазды"
    " кто что какой какая какое какие какого каким когда где куда откуда как сколько почему зачем"
    " чем чего кого кому чей который которые было был была были есть ли написал написала"
    " who what which when where why how is are was were".split()
)
#: Words that ask for an answer, which no title has.
DEMANDING = frozenset("атаңыз атаңдар белгілеңіз көрсетіңіз табыңыз назовите укажите".split())
