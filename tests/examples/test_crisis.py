"""The example crisis: each report says of itself what the name of its file says."""

from collections import Counter
from pathlib import Path

import pytest

from cronistoria.examples import example_crisis
from cronistoria.ingest.document import Given, ingest_bytes
from cronistoria.languages.tables import complete_languages
from cronistoria.model.document import Document

OUTLETS = {
    "agencia-brujula": "Agencia Brújula",
    "agence-boussole": "Agence Boussole",
    "agentstvo-prichal": "Агентство «Причал»",
    "agentur-leuchtfeuer": "Agentur Leuchtfeuer",
    "agenzia-lanterna": "Agenzia Lanterna",
    "ahentsiia-vezha": "Агенція «Вежа»",
    "correo-del-estrecho": "El Correo del Estrecho",
    "corriere-del-ponte": "Il Corriere del Ponte",
    "courrier-des-remparts": "Le Courrier des Remparts",
    "dniprovskyi-ohliadach": "Дніпровський оглядач",
    "elbufer-bote": "Der Elbufer-Bote",
    "evening-beacon": "The Evening Beacon",
    "gazzetta-del-molo": "La Gazzetta del Molo",
    "lighthouse-post": "The Lighthouse Post",
    "meridian-wire": "Meridian Wire",
    "stolichnyi-vestnik": "Столичный вестник",
}


def read(path: Path) -> Document:
    return ingest_bytes(path.read_bytes(), path.name, Given()).document


@pytest.mark.parametrize("path", example_crisis(), ids=lambda path: path.stem)
def test_a_report_says_what_its_file_is_called(path: Path) -> None:
    day, language, outlet = path.stem[:10], path.stem[11:13], path.stem[14:]
    document = read(path)
    assert document.published is not None
    assert (document.published.edtf, document.language, document.publisher) == (day, language, OUTLETS[outlet])
    assert document.title
    assert document.url is not None
    assert document.url.split("/")[2].endswith(".example.org")


def test_all_languages_are_there_and_reports_are_small() -> None:
    documents = [read(path) for path in example_crisis()]
    counts = Counter(document.language for document in documents)
    assert set(counts) == set(complete_languages())
    assert 36 <= len(documents) <= 45
    assert len({document.id for document in documents}) == len(documents)
    assert all(30 <= len(document.text.split()) <= 350 for document in documents)
