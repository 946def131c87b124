"""The examples of every language's pages are taken by their rule, and the lines of reports stay."""

import pytest

from cronistoria.ingest.lines import is_below, is_beside, is_paywall, is_tail, report_lines
from cronistoria.ingest.no_reports import _titled
from cronistoria.languages.pages import load_pages
from cronistoria.languages.tables import available_languages

LANGUAGES = available_languages("pages")
LINES = {
    "leads": is_beside, "labels": is_beside, "alone": is_beside, "notices": is_beside, "tails": is_tail,
    "agencies": is_tail, "below": is_below, "paywall": is_paywall,
}  # fmt: skip
CASES = [
    (code, group, line) for code in LANGUAGES for group in LINES for line in getattr(load_pages(code), group).examples
]
HEADLINES = [
    (code, subject, line)
    for code in LANGUAGES
    for subject in ("horoscope", "weather", "listing", "scores")
    for line in getattr(load_pages(code), subject).examples
]
KEPT = [line for code in LANGUAGES for line in load_pages(code).kept]


@pytest.mark.parametrize(("language", "group", "line"), CASES)
def test_an_example_is_taken(language: str, group: str, line: str) -> None:
    assert LINES[group](line)


@pytest.mark.parametrize(("language", "subject", "line"), HEADLINES)
def test_a_headline_names_its_subject(language: str, subject: str, line: str) -> None:
    assert _titled(subject, line)


@pytest.mark.parametrize("line", KEPT)
def test_lines_of_reports_stay(line: str) -> None:
    assert report_lines([line]).lines == (line,)
    assert not report_lines([line]).paid
