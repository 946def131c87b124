"""What a page, a fragment, a feed's item, a row and an office file become."""

import io
import json
from pathlib import Path
from typing import Any

import pytest
from docx import Document as WordDocument

from cronistoria.errors import InputError
from cronistoria.ingest.document import Given, Ingested
from cronistoria.ingest.fragments import fragment_text
from cronistoria.ingest.office import read_docx, read_pdf
from cronistoria.ingest.page import decode_page
from cronistoria.ingest.piece import Piece, Refusal, Said
from cronistoria.ingest.rows import parse_columns
from cronistoria.ingest.sources import Arrived, Intake, documents, ingest_piece
from cronistoria.model.document import Document
from tests.ingest.made_pages import ADDRESS, ANSWER, LEAD, THREAT, TITLE, page, printed

WHOLE = f"{TITLE}\n\n{LEAD}\n{THREAT}\n{ANSWER}"
RUSSIAN = (
    '<html><head><meta http-equiv="Content-Type" content="text/html; charset=windows-1251"><title>Встреча</title>'
    "</head><body><p>Министр Альдо Берти встретился в среду в Вене с коллегой Ильзе Керн, чтобы обсудить границу.</p>"
    "<p>«Мы закроем посольства», — сказал Берти журналистам после переговоров, которые длились два часа.</p>"
    "<p>ЧИТАЙТЕ ТАКЖЕ: Как начался кризис</p><p>Новость дополняется…</p></body></html>"
)


def made(markup: str | bytes, media: Any = "page", said: Said | None = None, given: Given | None = None) -> Ingested:
    data = markup if isinstance(markup, bytes) else markup.encode()
    ingested = ingest_piece(Piece(place="p", media=media, data=data, said=said or Said()), given or Given())
    assert isinstance(ingested, Ingested), ingested
    return ingested


def refused(markup: str, said: Said | None = None) -> str:
    refusal = ingest_piece(Piece(place="p", media="page", data=markup.encode(), said=said or Said()), Given())
    assert isinstance(refusal, Refusal)
    return refusal.kind


def dated(document: Document) -> tuple[str | None, str] | None:
    return (document.published.edtf, document.published.basis) if document.published else None


def test_a_page_becomes_its_report_with_all_that_it_says_about_itself() -> None:
    document = made(page()).document
    assert document.text == WHOLE
    assert (document.title, document.url, document.language) == (TITLE, ADDRESS, "it")
    assert (document.publisher, document.author) == ("La Gazzetta del Nord", "Anna Rossi")
    assert dated(document) == ("2031-03-12", "document")


@pytest.mark.parametrize(
    "line",
    ["LEGGI ANCHE: Tutte le tappe", "Pubblicità", "VIDEO - Il colloquio", "© Riproduzione riservata", "(ANSA)",
     "Iscriviti alla newsletter del mattino e ricevi le notizie."],
)  # fmt: skip
def test_what_a_page_puts_below_its_report_is_not_of_it(line: str) -> None:
    assert made(page(line)).document.text == WHOLE


def test_what_the_user_says_wins_then_what_stands_around_then_the_page() -> None:
    said = Said(title="Nel feed", url="https://feed.example/1", publisher="Il feed", published="2031-03-10")
    document = made(page(), said=said, given=Given(publisher="Il lettore")).document
    assert (document.title, document.url) == (TITLE, ADDRESS)
    assert (document.publisher, dated(document)) == ("Il lettore", ("2031-03-10", "document"))
    bare = f"<html><body><article><p>{LEAD}</p><p>{THREAT}</p></article></body></html>"
    assert made(bare, said=said).document.title == "Nel feed"
    assert dated(made(page(), given=Given(published="2031-05")).document) == ("2031-05", "document")


@pytest.mark.parametrize(
    ("head", "url", "expected"),
    [
        ('<meta property="article:published_time" content="2031-03-12">', None, ("2031-03-12", "document")),
        ("", "https://gazzetta.example/2031/03/11/colloquio.html", ("2031-03-11", "inferred")),
        ("", "https://gazzetta.example/colloquio.html", None),
    ],
)
def test_a_date_has_its_basis(head: str, url: str | None, expected: tuple[str, str] | None) -> None:
    markup = page(head=head).replace(ADDRESS, url or ADDRESS)
    assert dated(made(markup).document) == expected


def test_a_dateline_wins_over_the_day_of_its_page() -> None:
    body = (f"VIENNA, 11 marzo (Alfa) - {LEAD}", THREAT, ANSWER)
    assert dated(made(page(body=body)).document) == ("2031-03-11", "document")


@pytest.mark.parametrize(
    ("data", "charset", "word", "is_noted"),
    [
        (page().encode(), "windows-1252", "mercoledì", False),
        (page().encode("utf-16"), None, "mercoledì", False),
        (page().encode("utf-16-le"), None, "mercoledì", False),
        (page().encode("cp1252"), "iso-8859-1", "mercoledì", False),
        (page().encode("cp1252").replace(b'charset="utf-8"', b'charset="no-such"'), None, "mercoledì", False),
        (RUSSIAN.encode("cp1251"), None, "Министр", False),
        (page().encode()[:-9] + b"\xe8", None, "mercoledì", True),
    ],
)
def test_encodings_of_pages(data: bytes, charset: str | None, word: str, is_noted: bool) -> None:
    text, note = decode_page(data, charset)
    assert word in text
    assert (note is not None) == is_noted


def test_a_russian_page_loses_its_links() -> None:
    text = made(RUSSIAN.encode("cp1251")).document.text
    assert "ЧИТАЙТЕ" not in text and "дополняется" not in text and text.startswith("Встреча\n\nМинистр")


PAID = "Questo articolo è riservato agli abbonati."
SIGNS = ("Ariete", "Toro", "Gemelli", "Cancro", "Leone", "Vergine", "Bilancia")
CALM = "Oggi le stelle sono favorevoli e il lavoro procede bene, ma attenzione alle spese di casa."
GAMES = tuple(f"Alfa {n} - Beta {n} {n}-{n + 1}" for n in range(9))
HOURS = tuple(f"{n}:30 Film di avventura, seconda parte" for n in range(14, 22))
SKY = tuple(f"Città {n}: cielo nuvoloso, minime {n}° e massime {n + 9}°" for n in range(9))


@pytest.mark.parametrize(
    ("title", "body", "kind"),
    [
        ("Vienna", (LEAD, PAID), "paywall"),
        ("Oroscopo di oggi", tuple(f"{sign} - {CALM}" for sign in SIGNS), "horoscope"),
        ("Risultati della giornata", GAMES, "scores"),
        ("Stasera in tv", HOURS, "listing"),
        ("Meteo, le previsioni", SKY, "weather"),
        ("Tutti i titoli", tuple(f"Titolo di un articolo numero {n}" for n in range(9)), "links"),
    ],
)
def test_what_is_no_report_is_refused_with_its_kind(title: str, body: tuple[str, ...], kind: str) -> None:
    assert refused(page(body=body).replace(TITLE, title)) == kind


@pytest.mark.parametrize(
    "body",
    [
        (f"{LEAD} {ANSWER}".rstrip("."),),
        (LEAD, THREAT, ANSWER, "Fuori 12°, la stessa temperatura del colloquio, ha scherzato il Leone di Vienna."),
        tuple(f"1{n}:30 – {line}" for n, line in enumerate((LEAD, THREAT, ANSWER, LEAD, THREAT, ANSWER))),
        ("Il voto: 12-3 alla Camera, 7-2 al Senato, 9-8 in commissione, ha detto la ministra Kern.", LEAD, THREAT),
    ],
)
def test_reports_that_look_alike_are_reports(body: tuple[str, ...]) -> None:
    assert made(page(body=body)).document.text.startswith(TITLE)


def test_a_long_beginning_for_subscribers_is_read_and_told() -> None:
    ingested = made(page(PAID, body=(LEAD, THREAT, ANSWER, THREAT, ANSWER)))
    assert [p.message for p in ingested.problems] == [
        "only the beginning: the page says that the rest is for subscribers"
    ]
    assert PAID not in ingested.document.text


FEED = f"""<?xml version="1.0"?><rss version="2.0"><channel><title>La Gazzetta</title>
<link>https://gazzetta.example/</link><language>it-IT</language>
<item><title>&lt;b&gt;Colloquio&lt;/b&gt;</title><link>/esteri/1.html</link><description>{LEAD}</description></item>
<item><title>Ultimatum</title><link>https://gazzetta.example/2</link><guid>g2</guid>
<pubDate>Wed, 12 Mar 2031 23:40:00 +0100</pubDate><description>x</description>
<content:encoded xmlns:content="http://purl.org/rss/1.0/modules/content/"><![CDATA[<p>{THREAT}</p>
<p>LEGGI ANCHE: Altro</p><script>x()</script>]]></content:encoded></item></channel></rss>"""


def test_a_feed_gives_its_items(tmp_path: Path) -> None:
    (tmp_path / "feed.xml").write_text(FEED)
    first, second = documents([tmp_path])
    assert isinstance(first, Arrived) and isinstance(second, Arrived)
    one, two = first.ingested.document, second.ingested.document
    assert (first.piece.place, second.piece.place) == (
        f"{tmp_path}/feed.xml#https://gazzetta.example/esteri/1.html", f"{tmp_path}/feed.xml#g2",
    )  # fmt: skip
    assert (one.text, one.url, one.published) == (
        f"Colloquio\n\n{LEAD}",
        "https://gazzetta.example/esteri/1.html",
        None,
    )
    assert [p.message for p in first.ingested.problems] == ["only what the feed tells; the report is at its address"]
    assert (two.text, two.publisher, dated(two)) == (
        f"Ultimatum\n\n{THREAT}",
        "La Gazzetta",
        ("2031-03-12", "document"),
    )
    assert second.ingested.problems == ()


def test_what_is_no_feed_is_damaged(tmp_path: Path) -> None:
    (tmp_path / "feed.xml").write_text("<rss><chan")
    (refusal,) = documents([tmp_path])
    assert isinstance(refusal, Refusal) and refusal.kind == "damaged"


ROW = {
    "body": LEAD,
    "date_publish": "2031-03-12 10:00:00",
    "title": "Colloquio",
    "authors": ["A", "B"],
    "source": {"name": "G"},
}


def test_rows_of_json_lines(tmp_path: Path) -> None:
    lines = [json.dumps(ROW), "{bad", "", json.dumps({"title": "x"}), "[1]", json.dumps({"text": f"<p>{THREAT}</p>"})]
    (tmp_path / "rows.jsonl").write_text("\n".join(lines))
    found = list(documents([tmp_path]))
    kinds = [x.kind if isinstance(x, Refusal) else x.ingested.document.text for x in found]
    assert kinds == [f"Colloquio\n\n{LEAD}", "damaged", "no-text", "damaged", THREAT]
    assert isinstance(found[0], Arrived) and isinstance(found[1], Refusal)
    document = found[0].ingested.document
    assert (document.author, document.publisher, dated(document)) == ("A, B", "G", ("2031-03-12", "document"))
    assert f"rows.jsonl#2: at offset {len(lines[0]) + 1}:" in found[1].message


@pytest.mark.parametrize("value", [{"text": LEAD}, [{"text": LEAD}, {"text": THREAT}]])
def test_a_json_value_is_a_row_or_several(tmp_path: Path, value: Any) -> None:
    (tmp_path / "rows.json").write_text(json.dumps(value, indent=1))
    places = [x.piece.place for x in documents([tmp_path]) if isinstance(x, Arrived)]
    assert places == [f"{tmp_path}/rows.json#{n}" for n in range(1, len(value) + 1)]


@pytest.mark.parametrize(
    "markup", [LEAD, f"<p>{LEAD}</p>", "<html><body>" + "<div>" * 3000 + f"<p>{LEAD}</p>" + "</div>" * 3000]
)
def test_a_page_in_which_nothing_stands_out_is_all_that_it_says(markup: str) -> None:
    assert made(markup).document.text == LEAD


def test_columns_may_be_named(tmp_path: Path) -> None:
    (tmp_path / "rows.jsonl").write_text(json.dumps({"testo": LEAD, "text": "no", "giorno": 1931040000}))
    (arrived,) = documents([tmp_path], intake=Intake(columns=parse_columns("text=testo,published=giorno")))
    assert isinstance(arrived, Arrived)
    assert (arrived.ingested.document.text, dated(arrived.ingested.document)) == (LEAD, ("2031-03-12", "document"))
    with pytest.raises(InputError, match="expected FIELD=COLUMN with a field of text"):
        parse_columns("testo=text")


def test_rows_of_parquet(tmp_path: Path) -> None:
    import pyarrow as pa
    from pyarrow.parquet import write_table

    write_table(pa.table({"maintext": [LEAD, None], "number": [1, 2]}), tmp_path / "rows.parquet")
    arrived, refusal = documents([tmp_path])
    assert isinstance(arrived, Arrived) and arrived.ingested.document.text == LEAD
    assert isinstance(refusal, Refusal) and refusal.place.endswith("#2")


def test_a_word_file_gives_paragraphs_and_cells_in_order() -> None:
    word = WordDocument()
    word.add_paragraph(LEAD)
    cells = [cell for row in word.add_table(1, 2).rows for cell in row.cells]
    cells[0].text, cells[1].text = THREAT, "Nota"
    word.add_paragraph(ANSWER)
    saved = io.BytesIO()
    word.save(saved)
    written = read_docx(saved.getvalue(), "a.docx")
    assert (written.lines, written.said, written.filed) == ((LEAD, THREAT, "Nota", ANSWER), Said(), None)


def test_the_lines_of_a_pdf_become_paragraphs_without_what_stands_on_every_page() -> None:
    body = (
        "The minister met his colleague in the old town hall to speak of the bor-",
        "der that has been closed for three weeks, and of the barges at the lock.",
        "Nobody said when.",
    )
    pages = [(f"Press review - page {n}", f"Talks, part {n}", *body, "Ministry", str(n)) for n in (1, 2, 3)]
    paragraph = body[0][:-1] + " ".join(body[1:])
    assert read_pdf(printed(pages), "a.pdf").lines == (paragraph,) * 3


def test_a_pdf_without_text_is_told(tmp_path: Path) -> None:
    from pypdf import PdfWriter

    writer = PdfWriter()
    writer.add_blank_page(200, 200)
    writer.write(tmp_path / "a.pdf")
    (refusal,) = documents([tmp_path])
    assert isinstance(refusal, Refusal)
    assert (refusal.kind, refusal.message) == ("no-text", f"{tmp_path}/a.pdf: holds no text, only pictures of it")


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<ul><li>uno<li>due</ul>tre", "uno\ndue\ntre"),
        ("<p>a <b>b</b>\nc</p><iframe>x</iframe>d", "a b c\nd"),
        ("<div>" * 300 + "x" + "</div>" * 300, "x"),
        ("a &lt; b & c", "a < b & c"),
        ("", ""),
    ],
)
def test_fragments(markup: str, text: str) -> None:
    assert fragment_text(markup) == text


def test_a_day_that_a_page_tells_of_is_not_its_own() -> None:
    told = "Nel registro dell'ambasciata la firma porta la data 2001-09-11, e i due ministri l'hanno ricordata a lungo."
    body = f"<article><h1>{TITLE}</h1><p>{LEAD}</p><p>{told}</p></article>"
    html = f"<html><head><title>{TITLE}</title></head><body>{{}}{body}</body></html>"
    assert dated(made(html.format("")).document) is None
    stamp = '<time datetime="2031-03-12T10:00">12 marzo</time>'
    assert dated(made(html.format(stamp)).document) == ("2031-03-12", "inferred")
