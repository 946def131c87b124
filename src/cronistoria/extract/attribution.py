"""On whose word each stretch of a report stands: layers of sources with their scope.

Sentences and quotations come in, sources go out in text order: every speaker and relay over the words said, every
"according to" over its sentence, every "Lo riferisce X" over the sentence before.
"""

from collections.abc import Iterator, Sequence

from cronistoria.extract.pages import Page
from cronistoria.extract.relays import mouth_of
from cronistoria.extract.reporting import Stage
from cronistoria.extract.vouching import Vouching, segment
from cronistoria.model.document import Document
from cronistoria.model.mention import Phrase, QuoteMention, Source
from cronistoria.model.sentence import Sentence
from cronistoria.model.span import Span


def find_sources(
    document: Document,
    sentences: tuple[Sentence, ...],
    quotes: Sequence[QuoteMention],
    *,
    language: str,
    page: Page | None = None,
) -> tuple[Source, ...]:
    """The sources of a report in text order; ``page`` is the report if it is laid out already.

    "Secondo fonti di Kiev i soldati sono 100mila." yields one source, "fonti di Kiev", over the sentence.
    """
    page = page or Page(document, sentences, language=language)
    found = [source for quote in quotes for source in _of_quote(page, quote)]
    for stage in page.stages:
        found += (s for v in page.vouchings_in(stage) for s in _of_vouching(page, stage, v))
    unique = {(s.span, s.scope, s.label): s for s in found}
    return tuple(sorted(unique.values(), key=lambda s: (s.span, s.scope)))


def _of_quote(page: Page, quote: QuoteMention) -> Iterator[Source]:
    """Whoever relays words vouches for all of their sentence, and so comes before the one who says them.

    A relay whose own words stand around is a source already; one through whom somebody speaks vouches for the words.
    """
    document = page.document
    if quote.relay is not None and quote.parent is None:
        mouth = quote.relay == mouth_of(page.stages[quote.sentence], quote)
        scope = quote.content if mouth or not quote.evidence[0].contains(quote.content) else quote.evidence[0]
        yield Source(who=quote.relay, label=quote.relay.span, cue=None, span=quote.relay.span, scope=scope)
    if quote.speaker is not None:
        words = _words(document, quote.speaker, quote)
        yield Source(who=quote.speaker, label=quote.speaker.span, cue=quote.cue, span=words, scope=quote.content)


def _words(document: Document, who: Phrase, quote: QuoteMention) -> Span:
    """The words that name speaker and cue, where they stand together outside the content."""
    if quote.cue_span is None or quote.sentence != who.sentence:
        return who.span
    start, end = min(who.span.start, quote.cue_span.start), max(who.span.end, quote.cue_span.end)
    span = document.span(start, end)
    return who.span if span.overlaps(quote.content) else span


def _of_vouching(page: Page, stage: Stage, vouching: Vouching) -> Iterator[Source]:
    if vouching.who is None:
        return
    scope = _before(page, stage, vouching) if vouching.kind == "looks_back" else vouching.scope
    if scope is not None:
        yield Source(who=vouching.who, label=vouching.who.span, cue=vouching.cue, span=vouching.span, scope=scope)


def _before(page: Page, stage: Stage, vouching: Vouching) -> Span | None:
    """The sentence before the one that looks back."""
    first, _ = segment(stage, vouching.head)
    if first > 0:
        start = segment(stage, first - 1)[0]
        tokens = stage.sentence.tokens[start:first]
        return page.document.span(tokens[0].start, max(t.end for t in tokens))
    index = stage.sentence.index - 1
    if index < 0:
        return None
    earlier = page.stages[index]
    last = len(earlier.sentence.tokens) - 1
    if not any(c.isalnum() for c in earlier.sentence.tokens[last].form):
        last = max(last - 1, 0)
    start, end = segment(earlier, last)
    tokens = earlier.sentence.tokens[start : end + 1]
    return page.document.span(tokens[0].start, max(t.end for t in tokens))
