"""Time expressions of a report: read from the letters of each sentence, then tied to the words of its tree.

Document and sentences come in, `TimexMention`s in text order go out. What stands before the first sentence (header
lines, dateline) is read too; such mentions have the sentence `HEADER`.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cache

from msgspec.structs import replace

from cronistoria.extract.dates.days_apart import days_apart
from cronistoria.extract.dates.expressions import Expression, Stretch, find_expressions, read_stretch
from cronistoria.extract.dates.lexing import may_number_days
from cronistoria.extract.dates.tense import direction_of
from cronistoria.extract.tree import SUBJECTS, children_by, clause_of
from cronistoria.languages.contacts import load_contact_words, planned_words
from cronistoria.languages.dates import load_date_words
from cronistoria.languages.grammar import load_grammar
from cronistoria.languages.positions import load_position_words, verbs_ahead
from cronistoria.languages.tables import available_languages
from cronistoria.model.dates import TimexModifier
from cronistoria.model.document import Document
from cronistoria.model.record import Bound
from cronistoria.model.sentence import Sentence, Token
from cronistoria.model.timex import (
    HEADER,
    Direction,
    Length,
    Point,
    Range,
    Reading,
    Reference,
    Relation,
    Repetition,
    TimexMention,
)
from cronistoria.reference.date_order import DateOrder, date_order

_FARTHEST_RELATION = 6
_MODIFIERS: dict[Bound, TimexModifier | None] = {
    "exact": None, "about": "APPROX", "under": "LESS_THAN", "over": "MORE_THAN",
}  # fmt: skip
_COUNTED = frozenset({"NOUN", "ADJ", "PROPN"})
_FARTHEST_SINCE = 2
_OF_NOUNS = SUBJECTS | {"nmod", "amod", "det"}
_TODAY = Point(shift=0, unit="day")


def find_time_expressions(
    document: Document, sentences: tuple[Sentence, ...], *, language: str
) -> tuple[TimexMention, ...]:
    """All time expressions of a report in text order, unresolved."""
    order = _order(document, language)
    found = list(_header_mentions(document, language, order))
    for sentence in sentences:
        found += _sentence_mentions(document, sentence, language, order)
    return tuple(found)


def _is_in_name(word: Token, start: int) -> bool:
    """Whether an expression begins within a word of a name ("Jean-Noël")."""
    return word.start < start and word.upos == "PROPN" and word.entity.endswith(("-PER", "-ORG"))


def _order(document: Document, language: str) -> DateOrder | None:
    """The order of day and month in a report's numeric dates, where countries of its language differ."""
    if load_date_words(language).switches.numeric_order == "dmy" or not may_number_days(document.text):
        return None
    return date_order(document.text, language, publisher=document.publisher, url=document.url)


def _header_mentions(document: Document, language: str, order: DateOrder | None) -> Iterator[TimexMention]:
    if not document.text[: document.body_start].strip():
        return
    stretch = read_stretch(document.text, 0, document.body_start, language, order)
    for expression in find_expressions(document.text, stretch, language):
        lexemes = stretch.lexemes
        span = document.span(lexemes.start(expression.first), lexemes.end(expression.end - 1))
        yield TimexMention(
            sentence=HEADER, first=0, last=0, head=0, governor=None, span=span, reading=expression.reading,
            modifier=_modifier(expression.reading),
        )  # fmt: skip


def _sentence_mentions(
    document: Document, sentence: Sentence, language: str, order: DateOrder | None
) -> Iterator[TimexMention]:
    stretch = read_stretch(document.text, sentence.start, sentence.end, language, order)
    expressions = tuple(find_expressions(document.text, stretch, language)) if stretch.runs else ()
    if not expressions:
        return
    starts, ends = [token.start for token in sentence.tokens], [token.end for token in sentence.tokens]

    def place(expression: Expression) -> tuple[int, tuple[Token, ...]]:
        start, end = stretch.lexemes.start(expression.first), stretch.lexemes.end(expression.end - 1)
        return start, sentence.tokens[bisect_right(ends, start) : bisect_left(starts, end)]

    for expression in (one for found in expressions for one in days_apart(sentence, place(found)[1], found, stretch)):
        start, words = place(expression)
        words, expression = _without_count(words, expression, stretch)
        if words and not _is_in_name(words[0], start) and _fits_tree(sentence, words, expression, stretch):
            yield _mention(document, sentence, words, expression, stretch)


def _without_count(
    words: tuple[Token, ...], expression: Expression, stretch: Stretch
) -> tuple[tuple[Token, ...], Expression]:
    """A weekday without the number behind it that counts what follows ("mercoledì | dieci razzi hanno colpito")."""
    point, last = expression.reading, words[-1] if words else None
    if not isinstance(point, Point) or point.weekday is None or point.day is None or point.month is not None:
        return words, expression
    if last is None or len(words) < 2 or last.relation != "nummod" or last.head <= last.index:
        return words, expression
    end = expression.end
    while end > expression.first + 1 and stretch.lexemes.end(end - 1) > words[-2].end:
        end -= 1
    return words[:-1], replace(expression, end=end, reading=replace(point, day=None))


def _mention(
    document: Document, sentence: Sentence, words: tuple[Token, ...], expression: Expression, stretch: Stretch
) -> TimexMention:
    """The mention of an expression that stands on some words of a sentence."""
    language = document.language
    head, relation = _topmost(words), _relation(stretch, expression)
    direction = _direction(sentence, head, language)
    limited = relation == "by" and (direction != "past" or _is_set_for(sentence, head, language))
    limited = limited or (relation in ("by", "until") and _is_given(sentence, head, language))
    limited = limited or (relation == "by" and bool(_clause(sentence, head).keys & _verbs_ahead(language)))
    reading = expression.reading
    appointed = relation == "for" and isinstance(reading, Point) and reading.weekday is not None
    if limited or appointed or _is_put_off_to(sentence, head, language) or (relation == "until" and direction is None):
        direction = "future"
    elif relation == "since" and not isinstance(expression.reading, Range):
        direction = "past" if direction is None or _lasts_since(stretch, expression) else direction
    reading = _free_reading(sentence, words, expression.reading, direction, language)
    granted = isinstance(reading, Length) and _is_granted(sentence, head, language)
    if granted and isinstance(reading, Length):
        reading, relation, direction = Point(distance=reading, bound=reading.bound), "by", "future"
    return TimexMention(
        sentence=sentence.index,
        first=words[0].index,
        last=words[-1].index,
        head=head.index,
        governor=head.head if head.head >= 0 else None,
        span=document.span(stretch.lexemes.start(expression.first), stretch.lexemes.end(expression.end - 1)),
        reading=reading,
        relation=relation,
        direction=direction,
        modifier=_modifier(expression.reading),
        outside=expression.outside or granted,
        nowadays=direction == "present" and reading == _TODAY and _is_lasting(sentence, head, language),
    )


def _lasts_since(stretch: Stretch, expression: Expression) -> bool:
    """Whether what is so in the present began on a day: "the blockade is in force since Wednesday"."""
    before = stretch.lexemes.forms[max(0, expression.first - _FARTHEST_SINCE) : expression.first + 1]
    return any(form in stretch.lexicon.words.since_words for form in before)


def _is_lasting(sentence: Sentence, head: Token, language: str) -> bool:
    """Whether "today" is these days, as its clause says how somebody is or what can be: "France is calmer today"."""
    if head.relation in _OF_NOUNS or language not in available_languages("grammar"):
        return False
    predicate = clause_of(sentence, sentence.parent(head) or head)
    helpers = children_by(sentence, predicate, "aux", "cop")
    if any(c.relation == "aux" and c.lemma.lower() in load_grammar(language).possibility for c in helpers):
        return True
    joined = any(c.relation == "cop" and c.feats.get("VerbForm") == "Fin" for c in helpers)
    told = joined and not children_by(sentence, predicate, "case")
    subject = predicate.upos == "NOUN" and bool(children_by(sentence, predicate, "nsubj"))
    return told and (predicate.upos == "ADJ" or subject)


def _is_set_for(sentence: Sentence, head: Token, language: str) -> bool:
    """Whether a day hangs on a verb of setting or moving a date ("called a meeting for Friday")."""
    verb = sentence.parent(head)
    return (
        verb is not None
        and verb.feats.get("Tense") == "Past"
        and language in available_languages("contacts")
        and verb.lemma.lower() in planned_words(language)
    )


def _is_put_off_to(sentence: Sentence, head: Token, language: str) -> bool:
    """Whether a time is the new one that something is given ("moved the meeting | to | Thursday")."""
    verb = sentence.parent(head)
    if verb is None or language not in available_languages("contacts"):
        return False
    words = load_contact_words(language)
    to = any(c.keys & words.postponed_to for c in children_by(sentence, head, "case"))
    return to and verb.upos == "VERB" and bool(verb.keys & words.postponing)


def _is_given(sentence: Sentence, head: Token, language: str) -> bool:
    """Whether a time is how long somebody is given to do something ("gave them until Friday to leave")."""
    verb = _clause(sentence, head)
    if language not in available_languages("positions", "contacts") or not verb.keys & _granting_verbs(language):
        return False
    tasks = children_by(sentence, verb, "xcomp", "advcl", "acl")
    return any(task.feats.get("VerbForm") == "Inf" and task.index > head.index for task in tasks)


def _is_granted(sentence: Sentence, head: Token, language: str) -> bool:
    """Whether a length is the time that somebody is given for something ("gave them two days to leave")."""
    verb = _clause(sentence, head)
    if language not in available_languages("positions", "contacts") or not verb.keys & _granting_verbs(language):
        return False
    if head.relation in SUBJECTS or children_by(sentence, head, "case"):
        return False
    aims = children_by(sentence, verb, "xcomp", "advcl", "acl") + children_by(sentence, head, "acl", "advcl", "nmod")
    aims += [c for c in children_by(sentence, verb, "obl") if children_by(sentence, c, "case")]
    left = bool(verb.keys & load_position_words(language).speech.having)
    aims = [aim for aim in aims if not left or aim.feats.get("VerbForm") == "Inf"]
    return any(aim.index > head.index and aim.upos in ("VERB", "NOUN", "PRON") for aim in aims)


def _clause(sentence: Sentence, head: Token) -> Token:
    """The predicate of the clause that a time stands in."""
    return clause_of(sentence, sentence.parent(head) or head)


@cache
def _granting_verbs(language: str) -> frozenset[str]:
    """Verbs that give or leave time for what is demanded ("gave them two days to leave")."""
    units = load_contact_words(language).duration_units
    words = load_position_words(language)
    entries = (e for e in words.verbs if e.type == "demand" and e.objects & units)
    return frozenset(lemma for entry in entries for lemma in entry.lemmas) | words.speech.having


def _direction(sentence: Sentence, head: Token, language: str) -> Direction | None:
    """Where the clause looks; unknown in a language whose grammar is not told."""
    if language not in available_languages("grammar"):
        return None
    return direction_of(sentence, head, load_date_words(language), load_grammar(language), _verbs_ahead(language))


@cache
def _verbs_ahead(language: str) -> frozenset[str]:
    """Verbs whose infinitive is yet to be done."""
    promising = frozenset(load_date_words(language).promising)
    return promising | verbs_ahead(language) if language in available_languages("positions") else promising


def _free_reading(
    sentence: Sentence, words: tuple[Token, ...], reading: Reading, direction: Direction | None, language: str
) -> Reading:
    """The reading, or only its length: of "three days after the vote", of "in two weeks" where no verb looks ahead."""
    if not isinstance(reading, Point) or reading.distance is None:
        return reading
    ahead = {"future", "present"} if load_date_words(language).switches.present_ahead else {"future"}
    if reading.vague and (direction not in ahead or reading.bound == "over"):
        return reading.distance
    last = words[-1].index
    behind = sentence.tokens[last + 1] if last + 1 < len(sentence.tokens) else None
    if not reading.backwards and behind is not None and behind.lower in load_date_words(language).after:
        return reading.distance
    governs = any(word.relation in ("case", "mark") and word.head > last for word in words[-2:])
    return reading.distance if governs and reading.anchor == "event" else reading


def _topmost(words: tuple[Token, ...]) -> Token:
    """The word whose governor stands outside; of several, the first that is no small word."""
    first, last = words[0].index, words[-1].index
    outer = [word for word in words if not first <= word.head <= last]
    return next((w for w in outer if w.relation not in ("case", "det", "mark", "cc", "punct", "fixed")), outer[0])


def _relation(stretch: Stretch, expression: Expression) -> Relation:
    """What the preposition before an expression, or at its beginning, makes of it."""
    start = max(0, expression.first - _FARTHEST_RELATION)
    forms = stretch.lexemes.forms[start : expression.end]
    first = expression.first - start
    for index in range(first + 1):
        found = stretch.lexicon.relation_at(forms, index)
        if found and first <= found[0] < len(forms):
            return found[1]
    return "at"


def _modifier(reading: Reading) -> TimexModifier | None:
    if isinstance(reading, Point):
        return reading.phase or _MODIFIERS[reading.bound]
    if isinstance(reading, Length):
        return _MODIFIERS[reading.bound]
    return None


def _fits_tree(sentence: Sentence, words: tuple[Token, ...], expression: Expression, stretch: Stretch) -> bool:
    """Whether the tree leaves room for a reading: no hour that counts a noun behind it, no noun read as an adverb."""
    reading, last = expression.reading, words[-1]
    behind = sentence.tokens[last.index + 1] if last.index + 1 < len(sentence.tokens) else None
    if isinstance(reading, Point) and reading.clock and reading == Point(clock=reading.clock) and reading.clock[1] == 0:
        if not last.form[-1:].isdecimal() and last.upos != "NUM":
            return True
        if any(":" in word.form for word in words):
            return True
        bare = behind is not None and behind.upos in _COUNTED
        return not bare and not (last.deprel == "nummod" and last.head > last.index)
    if isinstance(reading, Repetition) and _is_length(reading) and len(words) == 1 and expression.bare:
        return last.upos not in ("NOUN", "PROPN")
    if isinstance(reading, Point) and _is_neighbour(reading) and _is_of_event(sentence, words, stretch):
        return False
    if isinstance(reading, Reference) and len(words) == 1 and expression.bare:
        return last.upos not in ("NOUN", "PROPN", "VERB")
    if isinstance(reading, Point) and reading.day and reading == Point(day=reading.day):
        return (behind is None or behind.upos not in _COUNTED) and not _is_of_event(sentence, words, stretch)
    if isinstance(reading, Point) and reading.year and reading == Point(year=reading.year):
        return not (last.deprel == "nummod" and last.head > last.index and behind is not None and _is_plural(behind))
    return True


def _is_neighbour(reading: Point) -> bool:
    """Whether a reading is the day before or after what was told."""
    return reading.shift in (-1, 1) and reading == Point(anchor="event", shift=reading.shift, unit="day")


def _is_of_event(sentence: Sentence, words: tuple[Token, ...], stretch: Stretch) -> bool:
    """Whether a day is counted from or among what follows: "the eve of the summit", "the 12th of the list"."""
    head, last = _topmost(words), words[-1].index
    if head.relation == "case":
        return True
    small = stretch.lexicon.event_cases
    for part in children_by(sentence, head, "nmod"):
        cases = [case.lower for case in children_by(sentence, part, "case")]
        if part.index > last and (cases[0] in small if cases else part.feats.get("Case") == "Gen"):
            return True
    return False


def _is_length(repetition: Repetition) -> bool:
    """Whether a repetition is told as a length, as nouns are too ("a weekly", "the daily"); weekends are not."""
    return repetition.value.startswith("P") and not repetition.value.endswith("WE")


def _is_plural(token: Token) -> bool:
    return token.upos == "NOUN" and token.feats.get("Number") == "Plur"
