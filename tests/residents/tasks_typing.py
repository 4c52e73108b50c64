"""Tasks of those whose keyboard, alphabet or fingers say something else than they mean."""

from __future__ import annotations

from tests.residents.tasks import table

NO_KAZAKH_LETTERS = table(
    "no Kazakh letters",
    """
    kk | кахар есенберлин | qahar
    kk | кошпендилер | qahar almas-qylysh zhantalas
    kk | кан мен тер | qan-men-ter-1 qan-men-ter-2 qan-men-ter-3
    kk | ушкан уя | ushqan-uya
    kk | улпан | ulpan
    kk | кишкентай ханзада | kishkentai-khanzada
    kk | жусан ииси | zhusan-iisi
    kk | оз отынды оширме | oz-otyngdy
    kk | казак ертегилери | qazaq-ertegileri-1 | @20
    kk | мукагали макатаев | maqataev-qarlygash maqataev-aqqular
    kk | кыз жибек | qyz-zhibek kyz-zhibek-ru
    kk | мен казакпын | men-qazaqpyn
    kk | бирiнши мугалим | birinshi-mugalim
    kk | сак жауынгери | saq-zhauyngeri
    kk | агылшын тили | agylshyn
    kk | Казактын улттык тагамдары | tagamdar
    kk | кылмыс пен жаза | qylmys-pen-zhaza
    ru | копке умтылган жалгыз | aronson-kk
    """,
)

LATIN = table(
    "Latin letters",
    """
    kk | abaı joly | abai-zholy-1 abai-zholy-2
    kk | abai zholy | abai-zholy-1 abai-zholy-2
    kk | qazaq ertegileri | qazaq-ertegileri-1 | @20
    kk | Qan men ter | qan-men-ter-1 qan-men-ter-2
    kk | kóshpendiler | qahar almas-qylysh
    kk | ushqan uıa | ushqan-uya
    kk | köşpendıler | qahar zhantalas
    kk | kışkentai hanzada | kishkentai-khanzada
    kk | qarlyğaşym keldıñ be | maqataev-qarlygash
    kk | jūldyzdy aspan | juldyzdy-aspan
    kk | zhusan iisi | zhusan-iisi
    kk | menin atym kozha | qozha-kk
    kk | mukagali makataev | maqataev-qarlygash
    kk | Kyz Zhibek | qyz-zhibek
    kk | kazak tili sozdik | any: tusindirme-1 qazaq-sozdigi frazeologia
    kk | bau baqsha | bau-baqsha
    ru | voina i mir | voina-i-mir
    ru | prestuplenie i nakazanie | prestuplenie
    ru | master i margarita | master
    ru | sobachye serdce | sobachye
    ru | dostoevskij | prestuplenie karamazovy
    ru | malen'kij princ | prince-ru
    ru | ogorod bez hlopot | ogorod
    ru | Chingiz Aitmatov plaha | plakha-1987
    """,
)

LAYOUTS = table(
    "wrong layout",
    """
    kk | f,fq ;jks | abai-zholy-1 abai-zholy-2
    kk | r3nfg | any: qanmen-zhazylgan qyzyl-kitap qorqyt-ata
    kk | 9kgfy | ulpan
    kk | 0bks pfvfy | qily-zaman
    kk | 0fpf0 thntu3kth3 | qazaq-ertegileri-1 | @20
    kk | r-igtyl3kth | qahar almas-qylysh zhantalas
    kk | ,jhfy | boran
    kk | 0а=ар | qahar
    kk | к-шпенд3лер | qahar almas-qylysh zhantalas
    kk | 0аза0 ертег3лер3 | qazaq-ertegileri-1 | @20
    kk | 9ш0ан 9я | ushqan-uya
    kk | м9хтар 2уезов | any: kokserek qily-zaman abai-zholy-1
    kk | А5ылшын т3л3н -зд3г3нен 8йрену | agylshyn
    ru | djqyf b vbh | voina-i-mir
    ru | ghtcnegktybt b yfrfpfybt | prestuplenie
    ru | ljcnjtdcrbq | prestuplenie karamazovy
    ru | vfcnth b vfhufhbnf | master
    ru | cj,fxmt cthlwt | sobachye
    ru | jujhjl ,tp [kjgjn | ogorod
    ru | Dzpfybt cgbwfvb | vyazanie
    ru | ,tksq gfhj[jl | belyi-parokhod
    ru | Рфккн Зщееук | potter-en
    """,
)

TYPOS = table(
    "one typo",
    """
    kk | абй жолы | abai-zholy-1
    kk | көшпенділерр | qahar almas-qylysh
    kk | есенберилн | qahar altyn-orda
    kk | қарлығшым келдің бе | maqataev-qarlygash
    kk | аласпыран | alasapyran-1 alasapyran-2
    kk | қобыландв батыр | qobylandy
    kk | кішкетай ханзада | kishkentai-khanzada
    kk | менеджмет | griffin-kk
    kk | тарих-и рашди | tarih-i-rashidi
    kk | жұлдыызды аспан | juldyzdy-aspan
    kk | Тілеубев Ерлан | juldyzdy-aspan
    kk | ертгілер | any: qazaq-ertegileri-1 maqta-qyz er-tostik aldar-kose-kk
    ru | преступлене и наказание | prestuplenie
    ru | достоевкий | prestuplenie karamazovy
    ru | айтмотов белый пароход | belyi-parokhod
    ru | мастр и маргарита | master
    ru | бухгалтерскй учет | buhuchet
    ru | волшебник изумрудново города | volkov
    ru | стругацике | ponedelnik piknik
    ru | одинночество | marquez
    ru | занимательная менералогия | fersman
    ru | сулейминов аз и я | az-i-ya
    ru | казахсая юрта | yurta
    ru | Лермантов | geroi
    """,
)

TYPO_AND_LETTERS = table(
    "typo and letters missing",
    """
    kk | кошпенлилер | qahar almas-qylysh
    kk | мукагли макатаев | maqataev-qarlygash
    kk | кишкнтай ханзада | kishkentai-khanzada
    kk | ушкан уяя | ushqan-uya
    kk | казак ертегилри | qazaq-ertegileri-1 | @20
    kk | кан мн тер | qan-men-ter-1
    kk | бирнши мугалим | birinshi-mugalim
    kk | кыилы заман | qily-zaman
    kk | жансугирв | kulager
    kk | улттык тагмдар | tagamdar
    kk | кылмс пен жаза | qylmys-pen-zhaza
    kk | агылшин тили | agylshyn
    """,
)

TYPING = [*NO_KAZAKH_LETTERS, *LATIN, *LAYOUTS, *TYPOS, *TYPO_AND_LETTERS]
