"""Report -> outline: which record is told in which section, and in what order.

Contacts that are still to come are told under what comes next, with deadlines and planned events, in time order.
"""

from collections.abc import Iterable

from babel import Locale

from cronistoria.export.dates import say_publication
from cronistoria.export.items import Teller, make_teller
from cronistoria.export.outline import Fact, Group, Item, Outline, Section
from cronistoria.export.style import Style
from cronistoria.model.dates import Date
from cronistoria.model.record import Contact, ContactStatus, Deployment, Event, Position, Record, Statement
from cronistoria.model.report import Report

_COMING: frozenset[ContactStatus] = frozenset(("scheduled", "proposed", "requested"))
_LAST = "9999"


def make_outline(report: Report, style: Style) -> Outline:
    """What a report tells its reader, in the language of the style's labels."""
    teller = make_teller(report, style.labels, style.explanations)
    headings, records = teller.say.labels.headings, report.records
    contacts = (r for r in records if isinstance(r, Contact) and not _is_coming(r))
    sections = (
        _section(headings.contacts, _items(teller, contacts)),
        Section(headings.statements, _statement_groups(teller, report)),
        _section(headings.positions, _items(teller, (r for r in records if isinstance(r, Position)))),
        _section(headings.deployments, _items(teller, (r for r in records if isinstance(r, Deployment)))),
        _section(headings.events, _items(teller, (r for r in records if isinstance(r, Event) and not _is_coming(r)))),
        _section(headings.upcoming, _upcoming(teller, report)),
        _section(headings.problems, _problems(teller, report)),
    )
    told = tuple(section for section in sections if section.groups)
    phrases = teller.say.labels.phrases
    title = report.document.title or phrases.no_title
    return Outline(title, head_of(teller, report), told, phrases.where if told else phrases.nothing)


def _section(title: str, items: tuple[Item, ...]) -> Section:
    return Section(title, (Group(None, items),) if items else ())


def _items(teller: Teller, records: Iterable[Record]) -> tuple[Item, ...]:
    return tuple(teller.item(record) for record in records)


def head_of(teller: Teller, report: Report) -> tuple[Fact, ...]:
    """When, by whom, in which language and where a report was published."""
    document, facts, say = report.document, teller.say.labels.facts, teller.say
    facts_of_report = (
        Fact(facts.published, say_publication(document.published, say.labels.dates, say.language)),
        Fact(facts.outlet, document.publisher or ""),
        Fact(facts.language, Locale(say.language).languages.get(document.language, document.language)),
        Fact(facts.url, document.url or ""),
    )
    return tuple(fact for fact in facts_of_report if fact.text)


def _statement_groups(teller: Teller, report: Report) -> tuple[Group, ...]:
    """One group a speaker; speakers of one side follow each other; sides and speakers as they first appear."""
    sides: dict[str, dict[str, list[Item]]] = {}
    for record in report.records:
        if isinstance(record, Statement):
            side, speaker = _side(teller, record)
            sides.setdefault(side, {}).setdefault(speaker, []).append(teller.item(record))
    return tuple(Group(speaker, tuple(items)) for side in sides.values() for speaker, items in side.items())


def _side(teller: Teller, record: Statement) -> tuple[str, str]:
    """The side a speaker is on (a country, or the speaker alone), and how the speaker is called."""
    actor = teller.say.actors.get(record.speaker or "")
    if actor is None:
        label = record.speaker_label or teller.say.labels.phrases.unknown_actor
        return label, label
    return actor.country or actor.id, teller.say.parties(record.actors or (actor.id,), full=True)


def _is_coming(record: Contact | Event) -> bool:
    coming = record.modality == "planned" or (isinstance(record, Contact) and record.status in _COMING)
    return coming and record.polarity == "affirmed"


def _upcoming(teller: Teller, report: Report) -> tuple[Item, ...]:
    """Contacts and events to come and deadlines, in time order, what has no date last."""
    coming: list[tuple[str, int, Item]] = []
    for record in report.records:
        if isinstance(record, Contact | Event) and _is_coming(record):
            coming.append((*_when(record.date, record.trigger.start), teller.item(record)))
        elif isinstance(record, Position) and record.deadline is not None:
            coming.append((*_when(record.deadline, record.trigger.start), teller.deadline(record)))
    return tuple(item for _, _, item in sorted(coming, key=lambda entry: entry[:2]))


def _when(date: Date | None, start: int) -> tuple[str, int]:
    return (date.start or date.end or _LAST) if date else _LAST, start


def _problems(teller: Teller, report: Report) -> tuple[Item, ...]:
    return tuple(
        Item(
            title=teller.say.problem(problem.message),
            evidence=teller.evidence(problem.span, problem.span) if problem.span else None,
        )
        for problem in report.problems
    )
