"""How each language's treebanks cut text: sentences of our own with their words, a space inside one as ``_``.

The rows agree with the tokens of the treebanks that the shipped model was trained on; `test_cuts` reads them.
"""

CUTS = {
    "it": [
        (
            "L'inviata dell'Unione ha incontrato i due ministri all'alba nella sede del governo.",
            "L' inviata di l' Unione ha incontrato i due ministri a l' alba in la sede di il governo .",
        ),
        (
            "Vuole parlargliene, incontrarli e dimettersi; per farlo deve recarsi a Roma.",
            "Vuole parlar glie ne , incontrar li e dimetter si ; per far lo deve recar si a Roma .",
        ),
        (
            "Il gen. Rossi e l'on. Bianchi hanno visto il dott.Verdi, dell'art. 5 non s'è parlato.",
            "Il gen. Rossi e l' on. Bianchi hanno visto il dott. Verdi , di l' art. 5 non s' è parlato .",
        ),
        (
            "C'è un po' di tensione: dov'è l'accordo? Non c'e' piu' tempo, ha detto.",
            "C' è un po' di tensione : dov' è l' accordo ? Non c' e' piu' tempo , ha detto .",
        ),
        (
            "Hanno schierato 100mila uomini, 1.200-1.500 carri e 34 caccia alle 20.30 del 3/12/2021.",
            "Hanno schierato 100mila uomini , 1.200 - 1.500 carri e 34 caccia a le 20.30 di il 3/12/2021 .",
        ),
        (
            "«Siamo pronti», dice Lavrov;“nessuno attacca”ha aggiunto.Poi è partito.",
            "« Siamo pronti » , dice Lavrov ; “ nessuno attacca ” ha aggiunto . Poi è partito .",
        ),
        (
            "Ai negoziati dagli Stati Uniti è giunto un no: datecelo, avrebbero detto.",
            "A i negoziati da gli Stati Uniti è giunto un no : date ce lo , avrebbero detto .",
        ),
        (
            "D'Alema e De' Medici, dall’Onu, si sono scritti un'e-mail dell’ex vice-ministro.",
            "D'Alema e De' Medici , da l' Onu , si sono scritti un' e-mail di l' ex vice-ministro .",
        ),
        ("Il n. 3 della Nato vola a Kiev sull'A-400.", "Il n. 3 di la Nato vola a Kiev su l' A-400 ."),
    ],
    "en": [
        (
            "The minister's aides couldn't say whether they'll go.",
            "The minister 's aides could n't say whether they 'll go .",
        ),
        (
            "Mr. Smith, the U.S. envoy, met Gen. Brown at 9 p.m. in Washington, D.C.",
            "Mr. Smith , the U.S. envoy , met Gen. Brown at 9 p.m. in Washington , D.C.",
        ),
        (
            "The US-led, 15-year-old plan won't survive; it's over, isn't it?",
            "The US - led , 15 - year - old plan wo n't survive ; it 's over , is n't it ?",
        ),
        ('No. 10 said no. Then "talks" ended.', 'No. 10 said no . Then " talks " ended .'),
        ("He cannot stay: we've gotta leave, they'd said.", "He can not stay : we 've got ta leave , they 'd said ."),
        (
            "Ex-president Lee's anti-tank plan cost $3.5bn, or 20% more.",
            "Ex-president Lee 's anti-tank plan cost $ 3.5 bn , or 20 % more .",
        ),
        (
            "The vice-president e-mailed officials' offices on 2021-12-30.",
            "The vice-president e-mailed officials ' offices on 2021-12-30 .",
        ),
        (
            "Peace isn't the talks’ theme; it’s the students' choice.",
            "Peace is n't the talks ’ theme ; it ’s the students ' choice .",
        ),
        ("She said:“We want peace.”Then she left.", "She said : “ We want peace . ” Then she left ."),
    ],
    "fr": [
        (
            "L'envoyé du président s'est rendu aux négociations des alliés à l'aube.",
            "L' envoyé de le président s' est rendu à les négociations de les alliés à l' aube .",
        ),
        (
            "A-t-il parlé aux journalistes ? Dites-le-moi, répondit-elle.",
            "A -t-il parlé à les journalistes ? Dites -le -moi , répondit -elle .",
        ),
        (
            "Ils veulent envoyer des armes, selon M. Dupont, et des vivres.",
            "Ils veulent envoyer des armes , selon M. Dupont , et des vivres .",
        ),
        (
            "Aujourd'hui, quelqu'un a vu 50 000 soldats jusqu'à la frontière, d'après l'AFP.",
            "Aujourd'hui , quelqu'un a vu 50_000 soldats jusqu' à la frontière , d' après l' AFP .",
        ),
        (
            "C'est-à-dire que le Premier ministre d'Ukraine n'a rien signé, lorsqu'on l'a vu à 14h30.",
            "C'est-à-dire que le Premier ministre d' Ukraine n' a rien signé , lorsqu' on l' a vu à 14 h 30 .",
        ),
        (
            "Le porte-parole, lui-même, parle du chef d'état-major et de J.-P. Martin.",
            "Le porte-parole , lui-même , parle de le chef d' état-major et de J.-P. Martin .",
        ),
        (
            "« Nous sommes prêts », a-t-elle dit à des diplomates auxquels on s'adresse.",
            "« Nous sommes prêts » , a -t-elle dit à des diplomates à lesquels on s' adresse .",
        ),
        (
            "Rendez-vous au quai d'Orsay le 1er mars, au-delà des mots.",
            "Rendez-vous à le quai d' Orsay le 1er mars , au-delà de les mots .",
        ),
    ],
    "es": [
        (
            "El enviado del Gobierno viajó al Kremlin para reunirse con ellos.",
            "El enviado de el Gobierno viajó a el Kremlin para reunir se con ellos .",
        ),
        (
            "Quiere decírselo y entregarle la carta; están negociándolo.",
            "Quiere decír se lo y entregar le la carta ; están negociándo lo .",
        ),
        (
            "El Sr. García y la Dra. López hablaron con EE.UU. a las 10.30 h.",
            "El Sr. García y la Dra. López hablaron con EE.UU. a las 10.30 h .",
        ),
        ("Dámelo, dijo: «no voy a dártelo».", "Dá me lo , dijo : « no voy a dár te lo » ."),
        (
            "El ex-presidente, de 45 años, pidió retirarlas y marcharse.",
            "El ex-presidente , de 45 años , pidió retirar las y marchar se .",
        ),
        (
            "¿Habrá paz?¡Quizá!, contestó el núm. 2 de la OTAN.",
            "¿ Habrá paz ? ¡ Quizá ! , contestó el núm. 2 de la OTAN .",
        ),
        (
            "Unos 100.000 soldados y 1,5 millones de euros, el 20 % del total.",
            "Unos 100.000 soldados y 1,5 millones de euros , el 20 % de el total .",
        ),
        (
            "La cumbre ruso-ucraniana acabó sin acuerdo; hace falta verlos.",
            "La cumbre ruso-ucraniana acabó sin acuerdo ; hace falta ver los .",
        ),
    ],
    "de": [
        (
            "Der Außenminister reiste am 3. Oktober zum Treffen im Kreml.",
            "Der Außenminister reiste an dem 3. Oktober zu dem Treffen in dem Kreml .",
        ),
        (
            "Beim Gipfel sprach er vom Frieden; zur Lage sagte er nichts ins Mikrofon.",
            "Bei dem Gipfel sprach er von dem Frieden ; zu der Lage sagte er nichts in das Mikrofon .",
        ),
        (
            "Der EU-Gesandte und Dr. Müller trafen sich u.a. mit dem US-Präsidenten.",
            "Der EU - Gesandte und Dr. Müller trafen sich u.a. mit dem US - Präsidenten .",
        ),
        (
            "„Wir sind bereit“, sagte sie ans Publikum gewandt.",
            "„ Wir sind bereit “ , sagte sie an das Publikum gewandt .",
        ),
        (
            "Rund 100.000 Soldaten, d.h. 20 Prozent, stehen an der Grenze bzw. im Osten.",
            "Rund 100.000 Soldaten , d.h. 20 Prozent , stehen an der Grenze bzw. in dem Osten .",
        ),
        (
            "Ein 15-jähriger Junge fand am 1. 5. 2021 eine Mine vorm Haus.",
            "Ein 15 - jähriger Junge fand an dem 1. 5. 2021 eine Mine vor dem Haus .",
        ),
        ("Der Ex-Kanzler geht's ruhig an: Das war's.", "Der Ex - Kanzler geht 's ruhig an : Das war 's ."),
        (
            "Putins und Bidens Vize-Chefs telefonierten ca. 50 Minuten lang.",
            "Putins und Bidens Vize - Chefs telefonierten ca. 50 Minuten lang .",
        ),
    ],
    "ru": [
        ("Президент РФ В. В. Путин встретился с генсеком ООН.", "Президент РФ В. В. Путин встретился с генсеком ООН ."),
        ("По-прежнему нет ответа, - сказал кто-то из МИД.", "По-прежнему нет ответа , - сказал кто-то из МИД ."),
        (
            "Около 100 тыс. военных и 1,5 млн. беженцев, т. е. 20%, ушли.",
            "Около 100 тыс. военных и 1,5 млн. беженцев , т. е. 20 % , ушли .",
        ),
        (
            "«Мы готовы», — заявил Лавров.Затем он уехал в г. Москву.",
            "« Мы готовы » , — заявил Лавров . Затем он уехал в г. Москву .",
        ),
        ("В XIX в. и в 2022 г. на ул. Мира было тихо.", "В XIX в. и в 2022 г. на ул. Мира было тихо ."),
        (
            "Премьер-министр, 34-летний юрист, подписал 50 000 бланков.",
            "Премьер-министр , 34-летний юрист , подписал 50_000 бланков .",
        ),
        (
            "Санкт-Петербург, С.-Петербург и Ростов-на-Дону ждут.",
            "Санкт-Петербург , С.-Петербург и Ростов-на-Дону ждут .",
        ),
        ("Что-нибудь изменилось? Нет!", "Что-нибудь изменилось ? Нет !"),
    ],
    "uk": [
        (
            "Прем’єр-міністр п'ять разів говорив із Дж. Байденом.",
            "Прем’єр - міністр п'ять разів говорив із Дж . Байденом .",
        ),
        (
            "Близько 100 тис. військових та 1,5 млн біженців, тобто 20%, пішли.",
            "Близько 100 тис . військових та 1,5 млн біженців , тобто 20 % , пішли .",
        ),
        (
            "«Ми готові», — заявив Кулеба.Потім він поїхав до м. Києва.",
            "« Ми готові » , — заявив Кулеба . Потім він поїхав до м . Києва .",
        ),
        ("Будь-хто з країн-членів НАТО може прийти по-перше.", "Будь-хто з країн - членів НАТО може прийти по-перше ."),
        ("У 2022-му році, 24 лютого, о 5:00 почалася війна.", "У 2022-му році , 24 лютого , о 5:00 почалася війна ."),
        ("Об'єднані сили взяли 34-річний міст.", "Об'єднані сили взяли 34-річний міст ."),
        ("Віце-президент США й екс-посол зустрілися.", "Віце-президент США й екс-посол зустрілися ."),
        ("Івано-Франківськ чекає 50 000 людей.", "Івано-Франківськ чекає 50_000 людей ."),
    ],
}
