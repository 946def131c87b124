"""A report as a page: its paragraphs, each beside its records, and nothing in it that acts."""

import hashlib
import re
from base64 import b64encode
from html import unescape
from itertools import pairwise

import msgspec
import pytest

from cronistoria.export.html import to_html
from cronistoria.export.items import make_teller
from cronistoria.export.marked import MarkedReport, core_of, mark_report
from cronistoria.export.style import Style
from cronistoria.languages.tables import available_languages
from cronistoria.model.document import make_document
from cronistoria.model.report import Report
from tests.sample import TEXT, sample_report
from tests.web.made import made_reports


def marked_sample() -> MarkedReport:
    return mark_report(sample_report(), make_teller(sample_report(), "it"))


def page(report: Report | None = None, **style: object) -> str:
    return to_html(report or sample_report(), msgspec.structs.replace(Style(labels="it"), **style))


def hostile() -> Report:
    *_, harmful = made_reports()
    return harmful


def text(markup: str) -> str:
    return " ".join(unescape(re.sub(r"<style>.*?</style>|<sup.*?</sup>|<[^>]+>", "", markup, flags=re.S)).split())


def test_each_line_stands_beside_the_records_that_begin_in_it() -> None:
    marked = marked_sample()
    assert "".join(s.text for paragraph in marked.paragraphs for s in paragraph.stretches) == TEXT
    starts = [0, *(match.end() for match in re.finditer("\n", TEXT)), len(TEXT)]
    for paragraph, (first, last) in zip(marked.paragraphs, pairwise(starts), strict=True):
        cores = {record.id: core_of(record) for record in sample_report().records}
        assert all(first <= cores[told.record].start < last for told in paragraph.told)
    numbers = [told.number for paragraph in marked.paragraphs for told in paragraph.told]
    assert numbers == sorted(marked.ids) == list(range(1, len(sample_report().records) + 1))


@pytest.mark.parametrize(
    ("lines", "paragraphs"),
    [
        ("One.\nTwo.", ["One.\n", "Two."]),
        ("A line broken\nat a column.\n\n\nNext", ["A line broken\nat a column.\n", "Next"]),
        ("Heading\n\n«Body»\n", ["Heading\n\n", "«Body»\n"]),
        ("", []),
    ],
)
def test_paragraphs_end_where_sentences_or_empty_lines_do(lines: str, paragraphs: list[str]) -> None:
    report = msgspec.structs.replace(
        sample_report(), document=make_document(lines, language="it"), records=(), dates=()
    )
    marked = mark_report(report, make_teller(report, "it"))
    assert ["".join(s.text for s in paragraph.stretches) for paragraph in marked.paragraphs] == paragraphs


@pytest.mark.parametrize("labels", available_languages("labels"))
def test_a_page_has_every_record_and_its_words_tied_both_ways(labels: str) -> None:
    written = page(labels=labels)
    assert f'<html lang="{labels}">' in written
    for record in sample_report().records:
        assert written.count(f'id="{record.id}"') == written.count(f'id="told-{record.id}"') == 1
        assert written.count(f'href="#{record.id}"') == written.count(f'href="#told-{record.id}"') == 1


def test_a_page_says_what_the_text_says_and_how_it_was_found() -> None:
    record = sample_report().records[0]
    written = text(page(explanations={record.id: ("rule: <b>", "└─ word")}))
    for said in (
        "Telefonata · avvenuta",
        "meno di 60 minuti",
        "rule: <b> └─ word",
        "Klara Meier",
        "ministro degli Esteri",
    ):
        assert said in written
    assert " ".join(TEXT.split()[:12]) in written


def test_the_policy_allows_this_style_and_nothing_else() -> None:
    written = page()
    (style,) = re.findall(r"<style>(.*?)</style>", written, re.S)
    digest = b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert f"default-src &#39;none&#39;; style-src &#39;sha256-{digest}&#39;;" in written
    assert not re.search(r"<script|<link|<img|\bsrc=|\bstyle=|@import|url\(", written)


def test_a_report_that_means_harm_is_only_shown() -> None:
    written = page(hostile())
    assert not re.search(r"<script|<img|<b onm|javascript:", written)
    assert not re.search("[\0\u202a-\u202e\u2066-\u2069]", written)
    assert "⟦U+202E⟧" in written and "{{ 7 * 7 }}" in written and "&lt;/title&gt;" in written


def test_many_records_have_no_arrows_but_all_their_links() -> None:
    (first, *_) = sample_report().records
    many = tuple(msgspec.structs.replace(first, id=f"contact:{number}") for number in range(401))
    written = page(msgspec.structs.replace(sample_report(), records=many))
    assert "anchor-name: --a1;" in page() and "anchor-name: --a1;" not in written
    assert written.count('class="to-record') == 401
