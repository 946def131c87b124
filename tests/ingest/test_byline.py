"""Whose line it is."""

import pytest

from cronistoria.ingest.byline import skip_byline
from cronistoria.languages.tables import complete_languages


@pytest.mark.parametrize(
    ("language", "text", "rest"),
    [
        ("it", "di Anna Rossi\n\nIl ministro è partito.", "Il ministro è partito."),
        ("it", "\nDi Anna Rossi e Paolo De Santis\nOSLO\nIl ministro è partito.", "Il ministro è partito."),
        ("it", "Di Maio è partito.\nLo ha detto lui.", "Di Maio è partito.\nLo ha detto lui."),
        ("it", "Di ritorno da Oslo, il ministro ha parlato.", "Di ritorno da Oslo, il ministro ha parlato."),
        ("en", "By Jane Doe, John Roe and Ann Poe\n\nThe minister left.", "The minister left."),
        ("en", "By Monday Norway had agreed.\nThe rest waits.", "By Monday Norway had agreed.\nThe rest waits."),
        ("en", "By Jane Doe", "By Jane Doe"),
    ],
)
def test_the_body_begins_behind_the_byline(language: str, text: str, rest: str) -> None:
    assert language in complete_languages()
    assert text[skip_byline(text, 0, language) :].strip() == rest
