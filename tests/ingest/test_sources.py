"""Whatever is named becomes documents, in a fixed order; what is damaged ends only itself."""

import gzip
import sys
from pathlib import Path

import pytest

from cronistoria.errors import CronistoriaError
from cronistoria.ingest.document import Given
from cronistoria.ingest.sources import Arrived, Intake, Piece, Refusal, documents, ingest_piece, pieces
from tests.ingest.made_pages import LEAD, compressed, page, response, responses, tarred, zipped

TEXT = "Il ministro ha incontrato la collega a Vienna per parlare del confine."
PAGE = page()


def told(folder: Path, intake: Intake | None = None) -> list[tuple[str, str]]:
    """Places below a folder, each with the language of its document or the kind of its refusal."""
    found = documents([folder], intake=intake)
    return [
        (x.place.removeprefix(f"{folder}/"), x.kind)
        if isinstance(x, Refusal)
        else (x.piece.place.removeprefix(f"{folder}/"), x.ingested.document.language)
        for x in found
    ]


def test_files_become_documents_and_what_cannot_be_read_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    arrived, refused = documents([tmp_path / "a.txt", tmp_path / "none.txt"])
    assert isinstance(arrived, Arrived) and arrived.ingested.document.language == "it"
    assert isinstance(refused, Refusal) and refused.is_failure and refused.message.endswith("no such file")


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        ("a.html", PAGE.encode(), [("a.html", "it")]),
        ("page", PAGE.encode("utf-16"), [("page", "it")]),
        ("a.html.gz", gzip.compress(PAGE.encode()), [("a.html.gz", "it")]),
        ("a.zip", zipped({"x/a.html": PAGE, "b.txt": TEXT}), [("a.zip!x/a.html", "it"), ("a.zip!b.txt", "it")]),
        ("a.tgz", tarred({"x/a.html": PAGE, "b.txt": TEXT}), [("a.tgz!x/a.html", "it"), ("a.tgz!b.txt", "it")]),
        ("a.tar", tarred({"b.txt": TEXT}, "w"), [("a.tar!b.txt", "it")]),
        ("a.zip", zipped({"in.zip": zipped({"../../a.txt": TEXT})}), [("a.zip!in.zip!../../a.txt", "it")]),
        ("a.zip", zipped({".x": TEXT, "__MACOSX/a.txt": TEXT, "a.png": b"\x89PNG"}), [("a.zip!a.png", "other-file")]),
        ("a.zip", zipped({}), [("a.zip", "no-text")]),
        ("a.zip", zipped({"a.txt": TEXT})[:-30], [("a.zip", "damaged")]),
        ("a.zip", zipped({"a.txt": TEXT, "b.txt": TEXT}).replace(b"ministro", b"MINISTRO", 1),
         [("a.zip!a.txt", "damaged"), ("a.zip!b.txt", "it")]),
        ("a.zip", zipped({"a.txt": b"0" * 3_000_000, "b.txt": TEXT}, 8),
         [("a.zip!a.txt", "bomb"), ("a.zip!b.txt", "it")]),
        ("a.zip", zipped({"a.txt": b"0" * 3_000_000}), [("a.zip!a.txt", "unreadable")]),
        ("a.tar.gz", gzip.compress(bytes(80_000_000)), [("a.tar.gz", "other-file")]),
        ("a.tgz", tarred({"a.txt": TEXT, "b.txt": TEXT * 9000, "c.txt": TEXT})[:-300],
         [("a.tgz!a.txt", "it"), ("a.tgz!b.txt", "damaged"), ("a.tgz", "damaged")]),
        ("a.epub", zipped({"mimetype": "application/epub+zip"}), [("a.epub", "other-file")]),
        ("a.css", b"p { color: red }", [("a.css", "other-file")]),
        ("a.docx", b"PK\x03\x04" + bytes(40), [("a.docx", "damaged")]),
        ("a.pdf", b"%PDF-1.7 nothing", [("a.pdf", "damaged")]),
        ("a.parquet", b"PAR1" + bytes(40), [("a.parquet", "damaged")]),
        ("a.html", b"", [("a.html", "no-text")]),
    ],
)  # fmt: skip
def test_every_format_is_known_by_what_is_in_it(
    tmp_path: Path, name: str, data: bytes, expected: list[tuple[str, str]]
) -> None:
    (tmp_path / name).write_bytes(data)
    assert told(tmp_path) == expected


def test_archives_may_lie_so_deep_and_no_deeper(tmp_path: Path) -> None:
    data = zipped({"a.txt": TEXT})
    for _ in range(4):
        data = zipped({"z": data})
    (tmp_path / "a.zip").write_bytes(data)
    assert told(tmp_path) == [("a.zip!z!z!z!z", "bomb")]


def test_an_archive_may_hold_so_much_and_no_more(tmp_path: Path) -> None:
    members = {f"{n}.txt": TEXT for n in range(4)}
    (tmp_path / "a.zip").write_bytes(zipped(members))
    (tmp_path / "b.tar").write_bytes(tarred(members, "w"))
    (tmp_path / "c.gz").write_bytes(gzip.compress(TEXT.encode() * 100_000))
    few = Intake(members=3, ratio=10, unpacked=1000)
    places = [("a.zip", "bomb"), *((f"b.tar!{n}.txt", "it") for n in range(3)), ("b.tar", "bomb"), ("c.gz", "bomb")]
    assert told(tmp_path, few) == places


def test_places_and_digests_are_the_same_at_every_reading(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(zipped({"a.html": PAGE, "b.txt": TEXT}))
    (tmp_path / "w.warc.gz").write_bytes(b"".join(compressed(responses(3))))
    first, second = ([(p.place, p.digest) for p in pieces([tmp_path])] for _ in range(2))
    assert first == second
    assert len(set(first)) == 5


def test_a_web_archive_gives_its_pages_and_goes_on_after_damage(tmp_path: Path) -> None:
    records = compressed(responses(5))
    broken = bytearray(records[1])
    broken[60:120] = bytes(60)
    others = compressed([response(b"{}", media="application/json"), response(b"x", status="404 Not Found")])
    (tmp_path / "w.warc.gz").write_bytes(b"".join((records[0], broken, *others, b"noise", *records[2:])))
    starts = [sum(map(len, (records[0], broken, *others, b"noise", *records[2:n]))) for n in (2, 3, 4)]
    missing = len(b"".join((records[0], broken, others[0])))
    assert told(tmp_path) == [
        ("w.warc.gz@0", "it"),
        (f"w.warc.gz@{len(records[0])}", "damaged"),
        (f"w.warc.gz@{missing}", "damaged"),
        *((f"w.warc.gz@{start}", "it") for start in starts),
    ]


@pytest.mark.parametrize("cut", [30, 400])
def test_a_web_archive_that_is_cut_off_tells_so(tmp_path: Path, cut: int) -> None:
    records = list(responses(2))
    (tmp_path / "w.warc").write_bytes(b"".join(records)[:-cut])
    assert told(tmp_path) == [("w.warc@0", "it"), (f"w.warc@{len(records[0])}", "damaged")]


def test_a_page_of_a_web_archive_says_where_and_when_it_was_fetched(tmp_path: Path) -> None:
    bare = f"<html><body><article><p>{LEAD}</p><p>{LEAD}</p></article></body></html>"
    (tmp_path / "w.warc").write_bytes(response(bare.encode("latin-1"), 7, media="text/html; charset=iso-8859-1"))
    (arrived,) = documents([tmp_path])
    assert isinstance(arrived, Arrived)
    document = arrived.ingested.document
    assert (document.url, document.retrieved) == ("https://gazzetta.example/7", "2031-03-13T10:00:00Z")
    assert "mercoledì" in document.text


def test_a_language_that_is_not_read_is_a_failure_only_where_the_file_was_named() -> None:
    data = "Başbakan dün akşam komşu ülkenin dışişleri bakanıyla uzun bir görüşme yaptı.".encode()
    kinds = []
    for member in (False, True):
        made = ingest_piece(Piece(place="a", media="text", data=data, member=member), Given())
        assert isinstance(made, Refusal)
        kinds.append((made.kind, made.is_failure))
    assert kinds == [("unreadable", True), ("other-language", False)]


@pytest.mark.parametrize(
    ("name", "data", "missing", "extra"),
    [
        ("a.html", PAGE.encode(), "trafilatura.core", "sources"),
        ("a.xml", b"<rss><channel></channel></rss>", "feedparser", "sources"),
        ("a.warc", response(b"x"), "fastwarc.warc", "sources"),
        ("a.pdf", b"%PDF-1.7", "pypdf", "sources"),
        ("a.docx", zipped({"word/document.xml": ""}), "docx", "sources"),
        ("a.parquet", b"PAR1" + bytes(40), "pyarrow.parquet", "data"),
    ],
)
def test_a_missing_extra_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, data: bytes, missing: str, extra: str
) -> None:
    (tmp_path / name).write_bytes(data)
    monkeypatch.setitem(sys.modules, missing, None)
    with pytest.raises(CronistoriaError, match=rf"pip install 'cronistoria\[{extra}\]'"):
        list(documents([tmp_path]))
