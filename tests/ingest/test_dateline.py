"""Datelines and lines that hold only a date."""

import pytest

from cronistoria.ingest.dateline import find_date_line, find_dateline

Day = tuple[int | None, int, int] | None
DATELINES = [
    ("it", "MOSCA, 30 dicembre - Il resto.", (None, 12, 30), None),
    ("it", "ROMA (ANSA) - Il resto.", None, "ANSA"),
    ("it", "(ANSA) - MOSCA, 30 DIC - Il resto.", (None, 12, 30), "ANSA"),
    ("it", "(AGI) - Mosca, 30 dic. - Il resto.", (None, 12, 30), "AGI"),
    ("it", "Roma, 12 feb. (Adnkronos) - Il resto.", (None, 2, 12), "Adnkronos"),
    ("it", "L'AQUILA, 3 marzo 2022 – Il resto.", (2022, 3, 3), None),
    ("it", "MOSCA - Il resto.", None, None),
    ("it", "CITTÀ DEL VATICANO, 3 mar - Il resto.", (None, 3, 3), None),
    ("it", "Rio de Janeiro, 3 mar - Il resto.", (None, 3, 3), None),
    ("en", "MOSCOW, Dec. 30 (Reuters) - The rest.", (None, 12, 30), "Reuters"),
    ("en", "BRUSSELS/MOSCOW, Jan 12 (Reuters) - The rest.", (None, 1, 12), "Reuters"),
    ("en", "TRENTON, N.J., Sept. 26 (UPI) — The rest.", (None, 9, 26), "UPI"),
    ("en", "KYIV, Ukraine (AP) — The rest.", None, "AP"),
    ("en", "(Reuters) - The rest.", None, "Reuters"),
    ("ru", "МОСКВА, 30 декабря. /ТАСС/. The rest.", (None, 12, 30), "ТАСС"),
    ("ru", "МОСКВА, 30 декабря - The rest.", (None, 12, 30), None),
    ("uk", "КИЇВ, 3 березня 2022. /Агенція/. The rest.", (2022, 3, 3), "Агенція"),
    ("uk", "Київ • УНН • 3 березня, 14:32 — The rest.", (None, 3, 3), "УНН"),
    ("uk", "Київ | 3 березня 2022 | The rest.", (2022, 3, 3), None),
    ("uk", "КИЇВ, 3 березня 2022 року – The rest.", (2022, 3, 3), None),
    ("uk", "Київ, 3 березня 2022 р. – The rest.", (2022, 3, 3), None),
    ("ru", "МОСКВА, 30 декабря 2021 г. /ТАСС/. The rest.", (2021, 12, 30), "ТАСС"),
    ("ru", "Москва. 30 декабря 2021 года. INTERFAX.RU - The rest.", (2021, 12, 30), "INTERFAX.RU"),
    ("ru", "Москва. 30 декабря. Интерфакс - The rest.", (None, 12, 30), "Интерфакс"),
    ("ru", "Москва, Кремль, 30 декабря 2021 года. The rest.", (2021, 12, 30), None),
    ("fr", "Genève, le 3 mars 2022 – The rest.", (2022, 3, 3), None),
    ("de", "Wien, den 3. März 2022 - The rest.", (2022, 3, 3), None),
    ("es", "Madrid, a 3 de marzo de 2022 - The rest.", (2022, 3, 3), None),
    ("it", "Roma, lì 3 marzo 2022. Il resto.", (2022, 3, 3), None),
    ("en", "Kyiv, 3 March 2022. The rest.", (2022, 3, 3), None),
    ("it", "Roma, 3 marzo 2022, Agenzia Nord – Il resto.", (2022, 3, 3), "Agenzia Nord"),
]


@pytest.mark.parametrize(("language", "text", "day", "agency"), DATELINES)
@pytest.mark.parametrize("headline", ["", "Un titolo senza punto\n"])
def test_datelines(language: str, text: str, day: Day, agency: str, headline: str) -> None:
    found = find_dateline(headline + text, 0, language)
    assert found is not None
    assert found.start == len(headline)
    assert (headline + text)[found.end :] in ("Il resto.", "The rest.")
    assert (found.day and (found.day.year, found.day.month, found.day.day)) == day
    assert found.agency == agency


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("it", "Stati Uniti - Russia: nuovo incontro."),
        ("it", "Biden, 79 anni, - ha detto"),
        ("it", "La Casa Bianca - ha detto ieri - non cede."),
        ("en", "NATO-Russia talks resume."),
        ("en", "The call lasted 50 minutes - longer than planned."),
        ("en", "Oslo, 3 March. The rest."),
        ("ru", "Минск, 5 сентября 2014 года стороны подписали протокол."),
        ("ru", "Минск, 5 сентября 2014 года. Первый протокол.\nМинск, 12 февраля 2015 года. Второй."),
    ],
)
def test_what_is_no_dateline(language: str, text: str) -> None:
    assert find_dateline(text, 0, language) is None


@pytest.mark.parametrize(
    ("language", "text", "edtf"),
    [
        ("it", "Un giornale\nUn titolo\n7 MARZO 2012\nIl testo.", "2012-03-07"),
        ("it", "Roma, 12 febbraio 2016\nIl testo.", "2016-02-12"),
        ("it", "Pubblicato il 3 marzo 2022 alle ore 18:05\nIl testo.", "2022-03-03"),
        ("it", "Il testo.\n" * 20 + "15 agosto 2011 18:29", "2011-08-15"),
        ("en", "By John Smith, March 3, 2022\nThe text.", "2022-03-03"),
        ("en", "A headline\nBy Staff Reporter | March 3, 2022\nThe text.", "2022-03-03"),
        ("it", "Un titolo\ndi Anna Rossi | 3 marzo 2022\nIl testo.", "2022-03-03"),
        ("en", "Published 3/4/2022 | 12:30\nThe text.", "2022-03-04/2022-04-03"),
        ("en", "Published 25/4/2022 | 12:30\nThe text.", "2022-04-25"),
    ],
)
def test_date_lines(language: str, text: str, edtf: str) -> None:
    found = find_date_line(text, 0, language)
    assert found is not None
    assert found[1] == edtf


@pytest.mark.parametrize(
    "text",
    [
        "Martedì 7 dicembre 2021 Aggiornato alle 14:54\nIl testo.",
        "Il 7 dicembre 2021 la guerra era lontana.\nIl testo.",
        "Il testo.\n" * 20 + "3 marzo 2022\n" + "Altro.\n" * 9,
        "Un titolo\nHome | Mondo | 3 marzo 2022\nIl testo.",
    ],
)
def test_sentences_and_lines_amid_the_text_are_no_date_lines(text: str) -> None:
    assert find_date_line(text, 0, "it") is None
