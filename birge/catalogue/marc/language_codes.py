"""Language codes of records, mended where cataloguers and exports spoiled them."""

from __future__ import annotations

import re
from functools import lru_cache

# ISO 639-2/B.
CODES = frozenset(
    "aar abk ace ach ada ady afa afh afr ain aka akk alb ale alg alt amh ang anp apa ara arc arg arm"
    " arn arp art arw asm ast ath aus ava ave awa aym aze bad bai bak bal bam ban baq bas bat bej bel"
    " bem ben ber bho bih bik bin bis bla bnt bos bra bre btk bua bug bul bur byn cad cai car cat cau"
    " ceb cel cha chb che chg chi chk chm chn cho chp chr chu chv chy cmc cop cor cos cpe cpf cpp cre"
    " crh crp csb cus cze dak dan dar day del den dgr din div doi dra dsb dua dum dut dyu dzo efi egy"
    " eka elx eng enm epo est ewe ewo fan fao fat fij fil fin fiu fon fre frm fro frr frs fry ful fur"
    " gaa gay gba gem geo ger gez gil gla gle glg glv gmh goh gon gor got grb grc gre grn gsw guj gwi"
    " hai hat hau haw heb her hil him hin hit hmn hmo hrv hsb hun hup iba ibo ice ido iii ijo iku ile"
    " ilo ina inc ind ine inh ipk ira iro ita jav jbo jpn jpr jrb kaa kab kac kal kam kan kar kas kau"
    " kaw kaz kbd kha khi khm kho kik kin kir kmb kok kom kon kor kos kpe krc krl kro kru kua kum kur"
    " kut lad lah lam lao lat lav lez lim lin lit lol loz ltz lua lub lug lui lun luo lus mac mad mag"
    " mah mai mak mal man mao map mar mas may mdf mdr men mga mic min mkh mlg mlt mnc mni mno moh mon"
    " mos mun mus mwl mwr myn myv nah nai nap nau nav nbl nde ndo nds nep new nia nic niu nno nob nog"
    " non nor nqo nso nub nwc nya nym nyn nyo nzi oci oji ori orm osa oss ota oto paa pag pal pam pan"
    " pap pau peo per phi phn pli pol pon por pra pro pus que raj rap rar roa roh rom rum run rup rus"
    " sad sag sah sai sal sam san sas sat scn sco sel sem sga sgn shn sid sin sio sit sla slo slv sma"
    " sme smi smj smn smo sms sna snd snk sog som son sot spa srd srn srp srr ssa ssw suk sun sus sux"
    " swa swe syc syr tah tai tam tat tel tem ter tet tgk tgl tha tib tig tir tiv tkl tlh tli tmh tog"
    " ton tpi tsi tsn tso tuk tum tup tur tut tvl twi tyv udm uga uig ukr umb urd uzb vai ven vie vol"
    " vot wak wal war was wel wen wln wol xal xho yao yap yid yor ypk zap zbl zen zgh zha znd zul zun"
    " zza".split()
)
# Other spellings: ISO 639-2/T, codes MARC has withdrawn (MARC Code List for Languages), two-letter
# codes, and words that stand where a code should.
OTHER = {
    "sqi": "alb", "hye": "arm", "eus": "baq", "mya": "bur", "zho": "chi", "ces": "cze", "nld": "dut",
    "fra": "fre", "kat": "geo", "deu": "ger", "ell": "gre", "isl": "ice", "mkd": "mac", "mri": "mao",
    "msa": "may", "fas": "per", "ron": "rum", "slk": "slo", "bod": "tib", "cym": "wel",
    "tar": "tat", "taj": "tgk", "tag": "tgl", "mol": "rum", "scc": "srp", "scr": "hrv", "esp": "epo",
    "fri": "fry", "gae": "gla", "gal": "orm", "cam": "khm", "eth": "gez", "far": "fao", "gua": "grn",
    "int": "ina", "iri": "gle", "lan": "oci", "lap": "smi", "mla": "mlg", "sao": "smo", "sho": "sna",
    "snh": "sin", "sso": "sot", "swz": "ssw", "tru": "chk", "tsw": "tsn", "gag": "glg", "kus": "kos",
    "rur": "rus", "kzk": "kaz", "qaz": "kaz", "ukn": "ukr",
    "kk": "kaz", "kz": "kaz", "ru": "rus", "en": "eng", "de": "ger", "fr": "fre", "tr": "tur",
    "tt": "tat", "uz": "uzb", "ky": "kir", "ug": "uig", "uk": "ukr", "zh": "chi", "ar": "ara",
    "es": "spa", "it": "ita", "ko": "kor", "ja": "jpn", "pl": "pol", "fa": "per", "la": "lat",
    "қаз": "kaz", "каз": "kaz", "рус": "rus", "орыс": "rus", "анг": "eng", "англ": "eng",
    "тат": "tat", "кир": "kir", "узб": "uzb", "уйг": "uig", "укр": "ukr", "нем": "ger", "фр": "fre",
    "казахский": "kaz", "русский": "rus", "английский": "eng", "қазақша": "kaz", "орысша": "rus",
}  # fmt: skip
# Said of a record rather than of a language: undetermined, several, none, uncoded.
NO_LANGUAGE = frozenset(("", "und", "mul", "zxx", "mis"))
LOOKALIKES = str.maketrans("асеорхуктмвнһіқ", "aceopxyktmbnhiq")
SIGNS = re.compile(r"[\W\d_]+")


@lru_cache(1000)
def languages_in(text: str) -> tuple[tuple[str, ...], bool]:
    """(ISO 639-2/B codes in the subfield, whether any had to be mended or dropped).

    Three-letter codes may stand together («rustat»), as older MARC 21 records have them. Look-alike
    letters of the other alphabet, stray figures, withdrawn codes and abbreviated names are mended;
    what remains unknown is dropped.
    """
    found: list[str] = []
    dirty = False
    for word in SIGNS.split(text.lower()):
        for code in _codes(word):
            known = _known(code)
            usual = known == code or code in NO_LANGUAGE or (code.isascii() and code in OTHER)
            dirty = dirty or not usual
            if known and known not in found:
                found.append(known)
    return tuple(found), dirty


def _codes(word: str) -> list[str]:
    together = len(word) > 3 and len(word) % 3 == 0 and word not in OTHER
    return [word[at : at + 3] for at in range(0, len(word), 3)] if together else [word]


def _known(code: str) -> str:
    if code in CODES:
        return code
    if code in NO_LANGUAGE:
        return ""
    if code in OTHER:
        return OTHER[code]
    latin = code.translate(LOOKALIKES)
    return latin if latin in CODES else OTHER.get(latin, "")
