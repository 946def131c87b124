"""The whole way of a report on one page: text -> sentences -> mentions -> records.

Start reading here. An `Analyser` holds what is loaded once (parser, reference data, a user's own actors); it is pure:
the same document and versions give the same report.
"""

import msgspec

from cronistoria.compose.contacts import compose_contacts, setting_times
from cronistoria.compose.context import Context
from cronistoria.compose.dating import DateIndex, anchor
from cronistoria.compose.deployments import compose_deployments
from cronistoria.compose.events import compose_events
from cronistoria.compose.naming import name_actors
from cronistoria.compose.placing import find_places
from cronistoria.compose.positions import compose_positions
from cronistoria.compose.statements import compose_statements, with_tellers
from cronistoria.compose.wishes import mark_wishes
from cronistoria.extract.actors import find_actor_mentions
from cronistoria.extract.attribution import find_sources
from cronistoria.extract.contacts import find_contacts
from cronistoria.extract.dates import find_time_expressions
from cronistoria.extract.deployments import find_deployments
from cronistoria.extract.events import find_events
from cronistoria.extract.gazetteer import load_gazetteer
from cronistoria.extract.pages import Page
from cronistoria.extract.positions import find_positions
from cronistoria.extract.quotes import find_quotes
from cronistoria.extract.talk import speakers_named
from cronistoria.ingest.lines import end_of_report
from cronistoria.languages.quotes import load_quote_words
from cronistoria.languages.tables import languages_digest
from cronistoria.model.dates import TimeExpression
from cronistoria.model.document import Document
from cronistoria.model.mention import (
    ContactMention,
    DeploymentMention,
    EventMention,
    PositionMention,
    QuoteMention,
    Source,
)
from cronistoria.model.party import PartyMention
from cronistoria.model.problem import Problem
from cronistoria.model.record import Contact, Record
from cronistoria.model.report import ProducedBy, Report
from cronistoria.model.sentence import Sentence
from cronistoria.model.timex import TimexMention
from cronistoria.parse.base import Parser
from cronistoria.parse.repairs.catalogue import repaired
from cronistoria.parse.turn_labels import with_named_labels
from cronistoria.reference.extra import ExtraActor
from cronistoria.reference.world import load_world
from cronistoria.version import __version__


class Mentions(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that the extractors saw in one report, each kind in text order."""

    parties: tuple[PartyMention, ...]
    times: tuple[TimexMention, ...]
    quotes: tuple[QuoteMention, ...]
    sources: tuple[Source, ...]
    contacts: tuple[ContactMention, ...]
    positions: tuple[PositionMention, ...]
    deployments: tuple[DeploymentMention, ...]
    events: tuple[EventMention, ...]


class Analyser:
    """Reads reports; made once per process around a parser."""

    def __init__(self, parser: Parser, *, extra_actors: tuple[ExtraActor, ...] = ()) -> None:
        self._parser = parser
        self._extra_actors = extra_actors

    def analyse(self, document: Document) -> Report:
        """The report of one document."""
        return self.interpret(document, self.parse(document))

    def parse(self, document: Document) -> tuple[Sentence, ...]:
        """The trees of one document, but for the links below it."""
        end = end_of_report(document.text, document.body_start)
        parsed = tuple(sentence for sentence in self._parser.parse(document) if sentence.start < end)
        words = load_quote_words(document.language)
        labels = speakers_named(document.text, document.body_start, words)
        return with_named_labels(repaired(parsed, document.language), labels, words.persons)

    def interpret(self, document: Document, sentences: tuple[Sentence, ...]) -> Report:
        """The report of a document whose trees are known."""
        mentions = find_mentions(document, sentences, extra_actors=self._extra_actors)
        context = understand(document, sentences, mentions, extra_actors=self._extra_actors)
        records = compose_records(mentions, context)
        return Report(
            document=document,
            actors=context.actors.listed(records),
            dates=_dates(mentions, records, context),
            records=records,
            problems=_problems(document, sentences, context),
            produced_by=ProducedBy(
                version=__version__, models={self._parser.name: self._parser.digest}, languages=languages_digest()
            ),
        )


def find_mentions(
    document: Document, sentences: tuple[Sentence, ...], *, extra_actors: tuple[ExtraActor, ...] = ()
) -> Mentions:
    """Everything that the extractors see in the trees."""
    language = document.language
    gazetteer = load_gazetteer(language, extra_actors)
    page = Page(document, sentences, language=language)
    quotes = tuple(find_quotes(document, sentences, language=language, page=page))
    times = find_time_expressions(document, sentences, language=language)
    parties = find_actor_mentions(document, sentences, language=language, gazetteer=gazetteer)
    return Mentions(
        parties=parties,
        times=times,
        quotes=quotes,
        sources=find_sources(document, sentences, quotes, language=language, page=page),
        contacts=tuple(find_contacts(document, sentences, times, parties, language=language)),
        positions=tuple(find_positions(document, sentences, language=language)),
        deployments=tuple(find_deployments(document, sentences, language=language)),
        events=tuple(find_events(document, sentences, language=language)),
    )


def find_times(document: Document, sentences: tuple[Sentence, ...]) -> DateIndex:
    """The time expressions alone, placed in time."""
    return anchor(document, sentences, find_time_expressions(document, sentences, language=document.language))


def understand(
    document: Document,
    sentences: tuple[Sentence, ...],
    mentions: Mentions,
    *,
    extra_actors: tuple[ExtraActor, ...] = (),
) -> Context:
    """Who, when and where: the indexes that all composers ask."""
    actors = name_actors(document, sentences, mentions.parties, reference=load_world(), extra=extra_actors)
    context = Context(
        document=document,
        sentences=sentences,
        actors=actors,
        dates=anchor(document, sentences, mentions.times),
        places=find_places(document, sentences, actors),
        sources=mentions.sources,
    )
    return with_tellers(mentions.quotes, context)


def compose_records(mentions: Mentions, context: Context) -> tuple[Record, ...]:
    """All records of a report in text order."""
    contacts, statements = compose_contacts(mentions.contacts, context), compose_statements(mentions.quotes, context)
    positions = compose_positions(mentions.positions, context, statements, contacts)
    deployments = mark_wishes(compose_deployments(mentions.deployments, context), positions)
    records: list[Record] = [*contacts, *statements, *positions, *deployments]
    records += compose_events(mentions.events, context, records)
    unique = {record.id: record for record in reversed(records)}
    return tuple(sorted(unique.values(), key=lambda r: (r.evidence[0].start, r.trigger.start, r.id)))


def _dates(mentions: Mentions, records: tuple[Record, ...], context: Context) -> tuple[TimeExpression, ...]:
    """The times of the calendar and those that contacts give, in text order."""
    contacts = [record for record in records if isinstance(record, Contact)]
    found = (*context.dates.expressions, *setting_times(mentions.contacts, contacts, context))
    return tuple(sorted(found, key=lambda t: (t.text.start, t.text.end) if t.text else (-1, -1)))


def _problems(document: Document, sentences: tuple[Sentence, ...], context: Context) -> tuple[Problem, ...]:
    """What nobody could interpret, in text order."""
    problems = list(context.dates.problems)
    if not sentences:
        problems.append(Problem(None, "parse", "the report has no sentence"))
    if document.published is None:
        problems.append(Problem(None, "read", "no publication date: relative expressions stay unresolved"))
    return tuple(sorted(problems, key=lambda p: (p.span.start if p.span else -1, p.stage, p.message)))
