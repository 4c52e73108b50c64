"""What a contributor did, as a MARC relator code, from codes and words of either format."""

from __future__ import annotations

import re
from functools import lru_cache

# UNIMARC Manual, Appendix C (relator codes), to the MARC Code List for Relators.
UNIMARC_ROLES = {
    "005": "act", "010": "adp", "018": "aui", "020": "ann", "030": "arr", "040": "art", "060": "asn",
    "065": "auc", "070": "aut", "072": "aut", "075": "aft", "080": "aui", "090": "aud", "100": "ant",
    "110": "bnd", "120": "bdd", "130": "bkd", "140": "bjd", "150": "bpd", "160": "bsl", "170": "cll",
    "180": "ctg", "190": "cns", "200": "chr", "205": "clb", "207": "cmm", "210": "cmm", "212": "cwt",
    "220": "com", "230": "cmp", "240": "cmt", "245": "ccp", "250": "cnd", "255": "csp", "260": "cph",
    "270": "crr", "273": "cur", "275": "dnc", "280": "dte", "290": "dto", "295": "dgg", "300": "drt",
    "305": "dis", "310": "dst", "320": "dnr", "330": "dub", "340": "edt", "350": "egr", "360": "etr",
    "365": "exp", "370": "flm", "380": "frg", "390": "fmo", "400": "fnd", "420": "hnr", "430": "ilu",
    "440": "ill", "450": "ins", "460": "ive", "470": "ivr", "480": "lbt", "490": "lse", "500": "lso",
    "510": "ltg", "520": "lyr", "530": "mte", "545": "mus", "550": "nrt", "557": "orm", "560": "org",
    "570": "oth", "580": "ppm", "587": "pth", "590": "prf", "595": "res", "600": "pht", "605": "pre",
    "610": "prt", "620": "pop", "630": "pro", "635": "prg", "640": "pfr", "650": "pbl", "651": "pbd",
    "660": "rcp", "670": "rce", "673": "rth", "675": "rev", "680": "rbr", "690": "sce", "695": "sad",
    "700": "scr", "705": "scl", "710": "sec", "720": "sgn", "721": "sng", "723": "spn", "725": "stn",
    "727": "ths", "730": "trl", "740": "tyd", "750": "tyg", "755": "voc", "760": "wde", "770": "wam",
}  # fmt: skip
# The beginning of the word, in the order in which they are tried.
WORDS = (
    ("автор предисл", "aui"), ("авт. предисл", "aui"), ("предисл", "aui"), ("алғы сөз", "aui"),
    ("послесл", "aft"), ("соавт", "aut"), ("автор", "aut"), ("авт", "aut"), ("author", "aut"),
    ("joint author", "aut"), ("переплет", "bnd"), ("пер", "trl"), ("аудар", "trl"), ("transl", "trl"),
    ("илл", "ill"), ("ил.", "ill"), ("худож", "ill"), ("суретш", "ill"), ("безендір", "ill"),
    ("illus", "ill"), ("ill.", "ill"), ("сост", "com"), ("құраст", "com"), ("comp.", "com"),
    ("compil", "com"), ("composer", "cmp"), ("композит", "cmp"), ("сазгер", "cmp"), ("ред", "edt"),
    ("отв. ред", "edt"), ("отв. за вып", "edt"), ("гл. ред", "edt"), ("науч. ред", "edt"),
    ("под ред", "edt"), ("ed.", "edt"), ("edit", "edt"), ("joint ed", "edt"), ("чтец", "nrt"),
    ("читает", "nrt"), ("оқыған", "nrt"), ("narrat", "nrt"), ("фото", "pht"), ("photo", "pht"),
    ("реж", "drt"), ("director", "drt"), ("ценз", "cns"), ("актер", "act"), ("actor", "act"),
    ("исполн", "prf"), ("perform", "prf"), ("рец", "rev"), ("изд", "pbl"), ("publish", "pbl"),
    ("типогр", "prt"), ("printer", "prt"), ("singer", "sng"), ("recording eng", "rce"),
)  # fmt: skip
RELATOR = re.compile(r"(?:^|/)([a-z]{3})$")


@lru_cache(1000)
def role_in(codes: tuple[str, ...], words: tuple[str, ...], default: str) -> str:
    """The relator code for the first code or word that is known, or the default."""
    for code in codes:
        code = code.strip().lower()
        if code[:3] in UNIMARC_ROLES:
            return UNIMARC_ROLES[code[:3]]
        found = RELATOR.search(code.strip("."))
        if found:
            return found[1]
    for word in words:
        word = word.strip(" ,.[(").lower() + "."
        for beginning, role in WORDS:
            if word.startswith(beginning):
                return role
    return default
