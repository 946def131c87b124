"""Full-text search in the database: FTS5 in SQLite, tsvector in PostgreSQL, over words that are folded alike.

Neither keeps the words: the text has them already. A passage is found by its number.
"""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from sqlalchemy import Connection, Float, Integer, Select, column, func, insert, literal_column, select, table, text
from sqlalchemy.dialects.postgresql import TSVECTOR

from cronistoria.model.query import Query
from cronistoria.model.report import Report
from cronistoria.model.search import Hit
from cronistoria.store.conditions import record_conditions, report_conditions
from cronistoria.store.schema import passages, records, reports
from cronistoria.store.words import Passage, Term, passages_of, snippet_of, words_of

_SEARCH = table("search", column("number"), column("words", TSVECTOR))
_SEVERAL, _AT_ONCE = 4, 50
_MOST_RANKED = 4_000
_FILE = {
    "add": text("INSERT INTO search (rowid, words) VALUES (:number, :words)"),
    "remove": text("INSERT INTO search (search, rowid, words) VALUES ('delete', :number, :words)"),
}
_SERVER = text("INSERT INTO search (number, words) VALUES (:number, to_tsvector('simple', :words))")


def index_report(connection: Connection, report: Report) -> None:
    """Makes the words of a report findable."""
    said, document = report.document.text, report.document.id
    found = list(passages_of(report))
    if not found:
        return
    rows = [{"document": document, "record": p.record, "start": p.start, "end": p.end} for p in found]
    numbered = insert(passages).returning(passages.c.number, sort_by_parameter_order=True)
    words = [
        {"number": number, "words": " ".join(words_of(said[passage.start : passage.end]))}
        for number, passage in zip(connection.scalars(numbered, rows), found, strict=True)
    ]
    connection.execute(_FILE["add"] if _is_file(connection) else _SERVER, words)


def forget_report(connection: Connection, document: str) -> None:
    """Takes a report's words from the index; its passages go with the report itself."""
    if not _is_file(connection):
        return
    said = connection.scalar(select(reports.c.text).where(reports.c.document == document)) or ""
    for row in connection.execute(select(passages).where(passages.c.document == document)).all():
        words = " ".join(words_of(said[row.start : row.end]))
        connection.execute(_FILE["remove"], {"number": row.number, "words": words})


def find_words(connection: Connection, terms: Iterable[Term], query: Query) -> Iterator[Hit]:
    """Passages that hold all terms, the best first; each record and each report once."""
    terms = tuple(terms)
    with connection.execute(_asked(connection, terms, query), execution_options={"yield_per": 100}) as rows:
        found = islice(_each_once(rows), query.limit)
        while some := list(islice(found, _AT_ONCE)):
            asked = select(reports.c.document, reports.c.text).where(reports.c.document.in_({d for d, _ in some}))
            texts = {row.document: row.text for row in connection.execute(asked)}
            for document, passage in some:
                snippet = snippet_of(texts[document], passage, terms)
                yield Hit(document=document, record=passage.record, snippet=snippet)


def _each_once(rows: Iterable[Any]) -> Iterator[tuple[str, Passage]]:
    """The first passage of each record and of each report."""
    seen: set[tuple[str, str | None]] = set()
    for row in rows:
        if (row.document, row.record) not in seen:
            seen.add((row.document, row.record))
            yield row.document, Passage(row.record, row.start, row.end)


def _asked(connection: Connection, terms: tuple[Term, ...], query: Query) -> Select[Any]:
    """Passages by rank; without filters only the best, of which a record or a report may have several.

    They are then the best of the latest that were kept, where very many hold the terms.
    """
    narrowed = query not in (Query(), Query(limit=query.limit))
    rank = _ranked_in_file if _is_file(connection) else _ranked_on_server
    most = None if narrowed or query.limit is None else _SEVERAL * (query.limit + 1)
    ranked = rank(terms, most).subquery("ranked")
    asked = select(passages.c.document, passages.c.record, passages.c.start, passages.c.end)
    asked = asked.join(ranked, ranked.c.number == passages.c.number).order_by(ranked.c.place, passages.c.number)
    if query.kinds or query.types or query.actors:
        return asked.join(records, records.c.record == passages.c.record).where(*record_conditions(query))
    if narrowed:
        asked = asked.join(reports, reports.c.document == passages.c.document).where(*report_conditions(query))
    return asked


def _ranked_in_file(terms: tuple[Term, ...], most: int | None) -> Select[Any]:
    number, rank = literal_column("search.rowid", Integer), literal_column("search.rank", Float)
    matching = text("search MATCH :words").bindparams(words=_for_file(terms))
    found = select(number.label("number"), rank.label("place")).select_from(_SEARCH).where(matching)
    if most is not None:
        latest = select(number).select_from(_SEARCH).where(matching).order_by(number.desc())
        found = found.where(number >= func.coalesce(latest.limit(1).offset(_MOST_RANKED).scalar_subquery(), 0))
    return found.order_by(rank).limit(most)


def _ranked_on_server(terms: tuple[Term, ...], most: int | None) -> Select[Any]:
    wanted = func.to_tsquery("simple", _for_server(terms))
    place, matching = -func.ts_rank_cd(_SEARCH.c.words, wanted, 1), _SEARCH.c.words.bool_op("@@")(wanted)
    found = select(_SEARCH.c.number, place.label("place")).where(matching)
    if most is not None:
        latest = select(_SEARCH.c.number).where(matching).order_by(_SEARCH.c.number.desc())
        found = found.where(_SEARCH.c.number.in_(latest.limit(_MOST_RANKED)))
    return found.order_by(place, _SEARCH.c.number).limit(most)


def _for_file(terms: tuple[Term, ...]) -> str:
    return " ".join(f'"{" ".join(term.words)}"{" *" if term.open else ""}' for term in terms)


def _for_server(terms: tuple[Term, ...]) -> str:
    return " & ".join(f"({' <-> '.join(term.words)}{':*' if term.open else ''})" for term in terms)


def _is_file(connection: Connection) -> bool:
    return connection.dialect.name == "sqlite"
