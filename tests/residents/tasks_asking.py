"""Tasks of those who say what they want to read about, and of those who know how to search."""

from __future__ import annotations

from tests.residents.tasks import table

TOPICS = table(
    "topic",
    """
    kk | ертегілер | any: qazaq-ertegileri-1 maqta-qyz er-tostik aldar-kose-kk | @5
    kk | жыраулар | aldaspan bes-gasyr-1 bes-gasyr-2
    kk | қазақ хандығының тарихы | any: tarih-i-rashidi qahar almas-qylysh
    kk | сақтар туралы | altyn-adam tomiris saq-zhauyngeri
    kk | мақал-мәтел | maqal-matel
    kk | жұмбақ | syr-sandyq
    kk | психологиялық | any: psikhologiya-aimauytuly aronson-kk
    kk | алаш қозғалысы | dulatuly-oyan aq-zhol uranym-alash
    kk | өлкетану | semei
    kk | ара өсіруге | ara-sharuashylygy
    kk | күйлер | any: kui-oneri dombyra
    kk | түркі эпосы | qorqyt-ata
    kk | сөздіктер | any: tusindirme-1 qazaq-sozdigi frazeologia
    kk | ғаламшар | juldyzdy-aspan
    ru | археология | baipakov akishev
    ru | фантастика про космос | any: andromeda bulychev
    ru | детективы | any: christie doyle imya-rozy | @5
    ru | кулинарные рецепты | kniga-o-vkusnoi
    ru | рукоделие | vyazanie
    ru | здоровье | diabet
    ru | по краеведению | alma-ata
    ru | казахский фольклор | any: kyz-zhibek-ru koblandy-ru zataevich
    ru | чёрные дыры | hawking-ru
    ru | налогов | buhuchet
    """,
)

QUESTIONS = table(
    "question in plain words",
    """
    kk | Абай туралы кітап бар ма? | any: abai-encyclopedia abai-zholy-1 zhubanov-abai mening-auezovym
    kk | балаларға арналған ертегілер керек | any: maqta-qyz qazaq-ertegileri-1 er-tostik aldar-kose-kk
    kk | мұқағалидың өлеңдерін іздеп жүрмін | any: maqataev-qarlygash maqataev-shuagym maqataev-aqqular
    kk | шахмат ойнауды үйрететін кітап | shahmat
    kk | ағылшын тілін қалай үйренуге болады | agylshyn
    kk | Алтын Орда туралы не оқуға болады? | any: altyn-orda
    kk | 9 сынып алгебра оқулығы | algebra-9
    kk | соғыс туралы кітаптар | any: qaharly-kunder qanmen-zhazylgan sogys-zhane
    ru | есть ли у вас книга Айтматова Плаха? | plakha-1987
    ru | что почитать про историю Казахстана | any: istoriya-kazakhstana-1 klyashtorny
    ru | книги для детей про животных | any: bianki kniga-dzhunglei
    ru | как научиться вязать спицами | vyazanie
    ru | хочу почитать что-нибудь про кочевников | any: kochevniki gumilev-poiski
    ru | учебник английского языка для малышей | english-kids
    ru | где найти сборник рассказов Чехова | chekhov-rasskazy
    ru | самоучитель по программированию для детей | python
    """,
)

EXCLUSION = table(
    "exclusion",
    """
    kk | әуезов -абай | kokserek qily-zaman | not: abai-zholy-1 abai-zholy-2 | @20
    kk | айтматов -повесть | boranly-beket zhanpida | not: aq-keme zhamila-kk | @20
    kk | алтын -орда | altyn-adam | not: altyn-orda
    kk | ертегілер -араб | any: qazaq-ertegileri-1 maqta-qyz | not: myng-bir-tun
    kk | мағауин -аласапыран | qazaq-tarikhy-alippe | not: alasapyran-1 alasapyran-2
    ru | толстой -война | anna-karenina | not: voina-i-mir
    ru | булгаков −маргарита | sobachye | not: master
    ru | фауст -гёте | none
    ru | рассказы -чехов | any: zapakh-polyni doyle | not: chekhov-rasskazy
    ru | абай -опера | any: zhzl-abai abai-encyclopedia put-abaya-1971 | not: zhubanov-abai
    ru | сатпаев -геология | none
    """,
)

PREFIXES = table(
    "field prefix",
    """
    kk | автор:Әуезов | kokserek qily-zaman auezov-5 | not: mening-auezovym beiuaq | @20
    kk | автор: мақатаев | maqataev-qarlygash maqataev-shuagym | not: zhumabaev-1989
    kk | атауы:абай | abai-encyclopedia abai-zholy-1 zhubanov-abai | not: abai-qara-soz | @20
    kk | тақырып:ертегілер | qazaq-ertegileri-1 maqta-qyz er-tostik | @20
    kk | баспа:Фолиант | altyn-adam tomiris saq-zhauyngeri | not: qahar | @20
    kk | жыл:1985 Жазушы | bes-gasyr-2 ezhelgi-zhyr | not: bes-gasyr-1
    kk | автор:абай қара сөздер | abai-qara-soz | @3
    ru | автор:пушкин | kapitanskaya onegin-ru
    ru | название:абай | zhzl-abai put-abaya-1971 | not: kniga-slov abai-izbrannoe | @20
    ru | тема:археология | baipakov akishev altyn-adam
    ru | author:Aitmatov | any: buranny-en plakha-1987 zhamila-ru
    ru | title:faust | de-faust
    ru | isbn:9785170904365 | zuleikha
    ru | издательство:Эксмо | vyazanie zusak | not: ogorod
    """,
)

MIXED = table(
    "mixed languages",
    """
    kk | Толстой соғыс және бейбітшілік | sogys-zhane
    kk | Достоевский қылмыс пен жаза | qylmys-pen-zhaza
    kk | Пушкин Евгений Онегин қазақша | onegin-kk
    kk | Chingiz Айтматов ақ кеме | aq-keme
    kk | kitap Абай | any: abai-encyclopedia abai-zholy-1 abai-qara-soz
    kk | Harry Potter пәлсапа тас | potter-1-kk
    kk | сказка ертегі | any: maqta-qyz qazaq-ertegileri-1 aldar-kose-kk prince-ru
    kk | роман Ұлпан | ulpan
    ru | учебник Алгебра 9 сынып | algebra-9
    ru | Ауэзов Абай жолы | abai-zholy-1 abai-zholy-2
    ru | Есенберлин Қаһар роман | qahar
    ru | сочинения Мүсірепов Ұлпан | any: ulpan musirepov-2
    ru | python программирование | python
    ru | Harari краткая история человечества | sapiens-ru
    """,
)

ASKING = [*TOPICS, *QUESTIONS, *EXCLUSION, *PREFIXES, *MIXED]
