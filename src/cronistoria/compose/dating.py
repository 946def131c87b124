"""When: anchors the time expressions of a report and tells the date of any event in it.

Time expressions come in as the extractor saw them, dates as intervals come out; what cannot be placed stays unplaced.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache

import msgspec

from cronistoria.compose.belonging import Company, When, distance
from cronistoria.compose.calendar import DAY, Stretch
from cronistoria.compose.clock_zones import join_clocks
from cronistoria.compose.days_beside import with_days_beside
from cronistoria.compose.entry_lines import opens_entry
from cronistoria.compose.placed import Placed
from cronistoria.compose.placing_times import Placer
from cronistoria.compose.timex_values import Bounds, date_of_stretch, minutes_of, timex_type, timex_value
from cronistoria.languages.contacts import planned_words
from cronistoria.languages.dates import load_date_words
from cronistoria.languages.events import announced_words, attack_words
from cronistoria.languages.forces import load_force_words
from cronistoria.languages.grammar import load_grammar
from cronistoria.languages.quotes import load_quote_words
from cronistoria.languages.tables import available_languages
from cronistoria.model.dates import Date, TimeExpression
from cronistoria.model.document import Document
from cronistoria.model.problem import Problem
from cronistoria.model.record import Duration
from cronistoria.model.sentence import ROOT, Sentence
from cronistoria.model.span import Span
from cronistoria.model.timex import Length, Point, Range, Reference, TimexMention, Window

_NEWS_DAYS = 31
BEHIND = 3
DEADLINES = frozenset({"by", "until"})


class Entry(msgspec.Struct, frozen=True):
    """An entry of a chronology: where its words begin and end, and the day that opens it."""

    first: int
    end: int
    opening: Placed


class DateIndex:
    """The dates of one report: all of them in text order, and asked for by event, by span or by duration.

    ``timexes`` are the same as TimeML has them: the two ends of a range instead of the range.
    """

    expressions: tuple[TimeExpression, ...]
    timexes: tuple[TimeExpression, ...]
    problems: tuple[Problem, ...]
    _entries: Sequence[Entry] = ()

    def __init__(
        self,
        sentences: tuple[Sentence, ...] = (),
        placed: tuple[Placed, ...] = (),
        problems: tuple[Problem, ...] = (),
        ground: tuple[Company, Stretch | None] | None = None,
        entries: Sequence[Entry] = (),
    ) -> None:
        """``entries``: the entries of a chronology with their days, in text order."""
        self._sentences, self._placed, self._entries = sentences, placed, entries
        self._company = ground[0] if ground else None
        self._now = ground[1] if ground else None
        self._by_sentence: dict[int, list[Placed]] = defaultdict(list)
        for one in placed:
            self._by_sentence[one.mention.sentence].append(one)
        self.expressions, self.problems = tuple(map(_expression, placed)), problems
        self.timexes = tuple(
            timex
            for one, expression in zip(placed, self.expressions, strict=True)
            for timex in (map(_expression, one.ends) if one.ends else (expression,))
        )

    def date_of(self, sentence: int, head: int) -> Date | None:
        """The date of the event whose trigger word is ``head``, from the time expressions that belong to it."""
        near = self._near(sentence, head)
        chosen = next((one for one in near if one.mention.relation != "by"), None)
        if chosen is None:
            return next((one.date if self._is_set(one) else _bounded(one) for one in near), None)
        same = [one for one in near if _spells_out(one, chosen)] or [one for one in near if _is_within(one, chosen)]
        return _bounded(same[0] if same else chosen)

    def day_of_entry(self, sentence: int, head: int) -> Date | None:
        """The day of the chronology's entry that a word stands in: of what happens in it without a date of its own."""
        if not self._entries or not 0 <= sentence < len(self._sentences):
            return None
        start = self._sentences[sentence].tokens[head].start
        inside = (entry for entry in reversed(self._entries) if entry.first <= start < entry.end)
        found = next(inside, None)
        return found.opening.date if found is not None and isinstance(found.opening.found, Stretch) else None

    def _is_set(self, one: Placed) -> bool:
        """Whether a day is set for something, not as its limit ("prevista para el lunes")."""
        mention, company = one.mention, self._company
        if mention.governor is None or company is None:
            return False
        governor = self._sentences[mention.sentence].tokens[mention.governor]
        planned = governor.feats.get("VerbForm") == "Part" and governor.lemma.lower() in company.planning
        past = governor.feats.get("Tense") == "Past" and governor.lemma.lower() in company.setting
        return mention.relation == "by" and (planned or past)

    def deadline_of(self, sentence: int, head: int) -> Date | None:
        """The last moment that the text sets for what ``head`` says ("entro venerdì", "by Friday")."""
        near = [one for one in self._near(sentence, head) if self._is_limit(one)]
        return near[0].date if near else next((one.date for one in self._below(sentence, head)), None)

    def _is_limit(self, one: Placed) -> bool:
        """Whether an expression sets a limit: "by Friday", or, ahead of today, "before Friday", "in two days"."""
        mention, reading = one.mention, one.mention.reading
        if mention.relation in DEADLINES or (isinstance(reading, Window) and reading.direction > 0):
            return True
        counted = isinstance(reading, Point) and reading.distance is not None
        if mention.relation == "before" and isinstance(one.found, Stretch) and self._now is not None:
            return one.found.end > self._now.start
        return counted and self._when(one.found) == "ahead"

    def duration_in(self, span: Span) -> Duration | None:
        """The first duration inside a span."""
        for one in self._touching(span):
            reading = one.mention.reading
            minutes = minutes_of(reading) if isinstance(reading, Length) else None
            if isinstance(reading, Length) and minutes is not None:
                return Duration(minutes=minutes, bound=reading.bound, span=one.mention.span)
        return None

    def date_on(self, span: Span) -> Date | None:
        """The date that the time expression on a span gives to what it dates."""
        found = self._touching(span)
        return _bounded(max(found, key=lambda one: len(one.mention.span.text))) if found else None

    def resolve(self, span: Span) -> TimeExpression | None:
        """The time expression that stands on a span, the longest if several."""
        found = self._touching(span)
        return max(map(_expression, found), key=lambda e: len(e.text.text) if e.text else 0, default=None)

    def _below(self, sentence: int, head: int) -> Iterator[Placed]:
        """The deadlines that stand below a word in its tree: "asked them to leave by Friday"."""
        if not 0 <= sentence < len(self._sentences):
            return
        tokens = self._sentences[sentence].tokens
        for one in self._by_sentence.get(sentence, ()):
            if not self._is_limit(one) or not isinstance(one.found, Stretch):
                continue
            above = one.mention.head
            while above not in (head, ROOT):
                above = tokens[above].head
            if above == head:
                yield one

    def _touching(self, span: Span) -> tuple[Placed, ...]:
        """The expressions that share a character with a span, in text order."""
        first = bisect_right(self._placed, span.start, key=lambda one: one.mention.span.end)
        last = bisect_left(self._placed, span.end, key=lambda one: one.mention.span.start)
        return self._placed[first:last]

    def _when(self, found: Stretch | Bounds | None) -> When:
        """Whether a stretch lies after the report's day, or too long before it to be news."""
        if self._now is None or not isinstance(found, Stretch):
            return "near"
        if found.start >= self._now.end:
            return "ahead"
        return "long ago" if found.end <= self._now.start - _NEWS_DAYS * DAY else "near"

    def _near(self, sentence: int, head: int) -> list[Placed]:
        """The placed expressions that date a word, the nearest in the tree first."""
        if self._company is None or not 0 <= sentence < len(self._sentences):
            return []
        tree = self._sentences[sentence]
        ranked = []
        for number, one in enumerate(self._by_sentence.get(sentence, ())):
            if one.found is None or not isinstance(one.mention.reading, Point | Range | Window):
                continue
            steps = distance(tree, tree.tokens[head], one.mention, self._company, self._when(one.found))
            if steps is not None:
                ranked.append((steps, number, one))
        return [one for _, _, one in sorted(ranked, key=lambda r: r[:2])]


def anchor(document: Document, sentences: tuple[Sentence, ...], mentions: tuple[TimexMention, ...]) -> DateIndex:
    """Place the time expressions of a report in time."""
    words = load_date_words(document.language)
    placer = Placer(document, mentions, future_today=words.switches.future_weekday_today)
    placed, problems = join_clocks(document, with_days_beside(document, placer.place_all()))
    return DateIndex(
        sentences,
        placed,
        tuple(dict.fromkeys((*placer.problems, *problems))),
        (_company(document.language), placer.now),
        tuple(_entries(document, placed)),
    )


def _entries(document: Document, placed: tuple[Placed, ...]) -> Iterator[Entry]:
    """The entries of a chronology: the line behind its day or, where the day has a line of its own, all up to the next.

    One entry makes no chronology.
    """
    openings = [one for one in placed if opens_entry(one.mention, document)]
    text, size = document.text, len(document.text)
    ends = [*(one.mention.span.start for one in openings[1:]), size]
    for one, following in zip(openings, ends, strict=True) if len(openings) > 1 else ():
        first = one.mention.span.end
        line = text.find("\n", first)
        inline = any(map(str.isalnum, text[first : line if line >= 0 else size]))
        yield Entry(first, min(line, following) if inline and line >= 0 else following, one)


@cache
def _company(language: str) -> Company:
    if language not in available_languages("grammar", "quotes"):
        return Company(light=frozenset(), reporting=frozenset(), planning=frozenset(), apart=frozenset())
    grammar, quotes, dates = load_grammar(language), load_quote_words(language), load_date_words(language)
    relations = dates.relations.items()
    apart = {entry.split()[0] for entry, relation in relations if relation in ("before", "after")}
    reporting = set(quotes.says) | set(quotes.tells)
    planning = set(grammar.planning | grammar.volition)
    setting = planned_words(language) if language in available_languages("contacts") else frozenset()
    return Company(
        light=grammar.light_verbs, reporting=reporting, planning=planning, apart=apart, setting=setting,
        attacks=attack_words(language) if language in available_languages("events") else frozenset(),
        announced=announced_words(language) if language in available_languages("events") else frozenset(),
        scenes=dates.scenes, scene_cases=dates.scene_cases, once=dates.once, during=dates.during,
        several=load_force_words(language).links if language in available_languages("forces") else frozenset(),
    )  # fmt: skip


def _expression(placed: Placed) -> TimeExpression:
    mention, date = placed.mention, placed.date
    found = placed.found if isinstance(placed.found, Stretch) else None
    reading = mention.reading
    if mention.outside and isinstance(reading, Point) and reading.distance:
        reading = reading.distance
    if mention.nowadays:
        reading = Reference("PRESENT_REF")
    return TimeExpression(
        edtf=date.edtf, start=date.start, end=date.end, precision=date.precision, basis=date.basis, text=date.text,
        timex=timex_type(reading), timex_value=timex_value(reading, found), modifier=mention.modifier,
    )  # fmt: skip


def _is_within(one: Placed, other: Placed) -> bool:
    """Whether one expression says the time of another more exactly."""
    if not isinstance(one.found, Stretch) or not isinstance(other.found, Stretch):
        return False
    return one.mention.relation == "at" and other.found.start <= one.found.start and one.found.end <= other.found.end


def _spells_out(one: Placed, other: Placed) -> bool:
    """Whether a date right behind one that counts from what was told says which that is ("the day before, 3 May")."""
    told = isinstance(one.found, Stretch) and one.date.basis == "explicit" and one.found.grain == "day"
    counted = other.date.basis == "relative-to-event" and one.mention.relation == "at"
    return told and counted and 0 < one.mention.first - other.mention.last <= BEHIND


def _bounded(placed: Placed) -> Date:
    """The date that an expression gives to an event, with its preposition: "before" or "after" leave a side open."""
    mention, found = placed.mention, placed.found
    if not isinstance(found, Stretch):
        return placed.date
    bounds: dict[str, Bounds] = {
        "before": Bounds(None, found.end if mention.modifier == "END" else found.start),
        "after": Bounds(found.end, None), "until": Bounds(None, found.end), "by": Bounds(None, found.end),
    }  # fmt: skip
    if mention.relation not in bounds:
        return placed.date
    basis = placed.date.basis
    return date_of_stretch(bounds[mention.relation], basis, mention.span)
