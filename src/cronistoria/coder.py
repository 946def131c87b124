"""Event coding: a line of text with its two parties comes in, what the one does to the other goes out.

With both parties, or one, the answer is the act that stands nearest to them in the tree (`extract.relations`); without
any, the acts of each sentence from the top of its tree. Where the text has no such act, its records are the answer
(contacts, positions, deployments, events), and a record of the same word gives an act its parties, date and place.
"""

from collections.abc import Iterable, Iterator

import msgspec

from cronistoria.errors import CronistoriaError, LanguageError
from cronistoria.extract.relations import Place, Relation, find_acts, find_relation, parties_of
from cronistoria.ingest.document import Given
from cronistoria.model.actor import Actor
from cronistoria.model.coded import BadLine, Coded, Pair, Status
from cronistoria.model.mention import Phrase
from cronistoria.model.record import BaseRecord, Record
from cronistoria.model.report import Report
from cronistoria.reader import Reader, Reading
from cronistoria.reference.cameo import plover_of, root_of
from cronistoria.reference.plover import quad_of, score_of


class Coder:
    """Codes lines one by one with a `Reader`; ``given``: date and language of lines that name none."""

    def __init__(self, reader: Reader, given: Given | None = None) -> None:
        self._reader, self._given = reader, given or Given()
        self._spoken: str | None = None

    def code_all(self, pairs: Iterable[Pair | BadLine]) -> Iterator[Coded | BadLine]:
        """The codes of lines, in their order; what cannot be coded is told and passed over."""
        for pair in pairs:
            if isinstance(pair, BadLine):
                yield pair
                continue
            try:
                yield from self.code(pair)
            except CronistoriaError as error:
                yield BadLine(pair.number, str(error))

    def code(self, pair: Pair) -> tuple[Coded, ...]:
        """The acts of a line, one row without an act if it tells none. Raises `InputError`."""
        reading = self._read(pair)
        if pair.source or pair.target:
            return (_related(pair, reading),)
        records = [r for r in reading.report.records if r.plover is not None and r.kind != "statement"]
        recorded = (_recorded(pair, record, reading.report) for record in records)
        return tuple(_told_alone(pair, reading)) or tuple(recorded) or (Coded(line=pair.number, text=pair.text),)

    def _read(self, pair: Pair) -> Reading:
        """The reading of a line; one too short to tell its language has that of the line before."""
        given = Given(published=pair.date or self._given.published, language=pair.language or self._given.language)
        name = f"line {pair.number}"
        try:
            reading = self._reader.read_text(pair.text, given, name=name)
        except LanguageError:
            if given.language is not None or self._spoken is None:
                raise
            given = Given(published=given.published, language=self._spoken)
            reading = self._reader.read_text(pair.text, given, name=name)
        self._spoken = reading.report.document.language
        return reading


def _related(pair: Pair, reading: Reading) -> Coded:
    """What the source does to the target; where the tree does not say, what the text tells at all."""
    report, text = reading.report, reading.report.document.text
    source, target = _place(text, pair.source), _place(text, pair.target)
    parties = {"actor": pair.source, **_identity("actor", _actor_at(report, source))}
    parties |= {"recipient": pair.target, **_identity("recipient", _actor_at(report, target))}
    relation = find_relation(reading.sentences, source, target, language=report.document.language)
    if relation is not None:
        return _coded(pair, relation, reading, parties)
    record = next((r for r in report.records if r.plover is not None), None)
    told = _recorded(pair, record, report) if record is not None else Coded(line=pair.number, text=pair.text)
    return msgspec.structs.replace(told, **parties)


def _told_alone(pair: Pair, reading: Reading) -> Iterator[Coded]:
    """The acts of each sentence, their parties as a record tells them, else as the sentence calls them."""
    report = reading.report
    for sentence in reading.sentences:
        for relation in find_acts(sentence, language=report.document.language):
            record = _record_at(report, relation.act.token.start)
            if record is not None and (record.actors or record.recipients):
                parties = _of_record(record, report)
            else:
                by, to = parties_of(report.document, sentence, relation.act.token)
                parties = {**_named("actor", by, reading), **_named("recipient", to, reading)}
            yield _coded(pair, relation, reading, parties)


def _named(side: str, phrase: Phrase | None, reading: Reading) -> dict[str, str | None]:
    """Who a phrase means, as the words call him and as reference data do."""
    if phrase is None:
        return {}
    place = (phrase.span.start, phrase.span.end)
    return {side: phrase.span.text, **_identity(side, _actor_at(reading.report, place))}


def _coded(pair: Pair, relation: Relation, reading: Reading, parties: dict[str, str | None]) -> Coded:
    act, report = relation.act, reading.report
    plover = plover_of(act.code)
    record = _record_at(report, act.token.start)
    status: Status = "negated" if act.polarity == "negated" else act.modality
    return Coded(
        line=pair.number, event=plover.event, mode=plover.mode, context=plover.context, cameo=act.code,
        root=root_of(act.code), score=score_of(plover), quad=quad_of(plover), status=status,
        confidence=relation.confidence, rule=act.rule, kind="relation",
        date=_day(record), place=record.place.name if record is not None and record.place else None,
        trigger=act.token.form, text=pair.text, **parties,
    )  # fmt: skip


def _recorded(pair: Pair, record: Record, report: Report) -> Coded:
    """A record as a row."""
    assert record.plover is not None
    plover, cameo = record.plover, record.cameo
    status: Status = "negated" if record.polarity == "negated" else record.modality
    return Coded(
        line=pair.number, event=plover.event, mode=plover.mode, context=plover.context, cameo=cameo,
        root=root_of(cameo) if cameo else None, score=record.score, quad=quad_of(plover), status=status,
        confidence=record.confidence, rule=record.rule, kind=record.kind, date=_day(record),
        place=record.place.name if record.place else None, trigger=record.trigger.text, text=pair.text,
        **_of_record(record, report),
    )  # fmt: skip


def _of_record(record: BaseRecord, report: Report) -> dict[str, str | None]:
    by, to = [report.actor(a) for a in record.actors], [report.actor(a) for a in record.recipients]
    return {**_identities("actor", by), **_identities("recipient", to)}


def _place(text: str, words: str | None) -> Place | None:
    start = text.find(words) if words else -1
    return (start, start + len(words)) if words and start >= 0 else None


def _actor_at(report: Report, place: Place | None) -> Actor | None:
    """Who is named at a place: the longest name there."""
    if place is None:
        return None
    named = [(m.end - m.start, actor) for actor in report.actors for m in actor.mentions
             if m.start < place[1] and m.end > place[0]]  # fmt: skip
    return max(named, key=lambda found: found[0], default=(0, None))[1]


def _identity(side: str, actor: Actor | None) -> dict[str, str | None]:
    return {f"{side}_id": actor.id, f"{side}_country": actor.country} if actor is not None else {}


def _identities(side: str, actors: list[Actor]) -> dict[str, str | None]:
    countries = dict.fromkeys(a.country for a in actors if a.country)
    return {
        side: ";".join(a.name for a in actors) or None, f"{side}_id": ";".join(a.id for a in actors) or None,
        f"{side}_country": ";".join(countries) or None,
    }  # fmt: skip


def _record_at(report: Report, start: int) -> BaseRecord | None:
    return next((r for r in report.records if r.trigger.start <= start < r.trigger.end), None)


def _day(record: BaseRecord | None) -> str | None:
    return record.date.edtf if record is not None and record.date is not None else None
