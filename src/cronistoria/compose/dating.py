"""When: anchors the time expressions of a report and tells the date of any event in it.

Time expressions come in as the extractor saw them, dates as intervals come out; what cannot be placed stays unplaced.
"""

from cronistoria.model.dates import Date, TimeExpression
from cronistoria.model.document import Document
from cronistoria.model.problem import Problem
from cronistoria.model.record import Duration
from cronistoria.model.sentence import Sentence
from cronistoria.model.span import Span
from cronistoria.model.timex import TimexMention


class DateIndex:
    """The dates of one report: all of them in text order, and asked for by event, by span or by duration."""

    expressions: tuple[TimeExpression, ...]
    problems: tuple[Problem, ...]

    def __init__(self) -> None:
        self.expressions, self.problems = (), ()

    def date_of(self, sentence: int, head: int) -> Date | None:
        """The date of the event whose trigger word is ``head``, from the time expressions that belong to it."""
        return None

    def deadline_of(self, sentence: int, head: int) -> Date | None:
        """The last moment that the text sets for what ``head`` says ("entro venerdì", "by Friday")."""
        return None

    def duration_in(self, span: Span) -> Duration | None:
        """The first duration inside a span."""
        return None

    def resolve(self, span: Span) -> TimeExpression | None:
        """The time expression that stands on a span, the longest if several."""
        return None


def anchor(document: Document, sentences: tuple[Sentence, ...], mentions: tuple[TimexMention, ...]) -> DateIndex:
    """Place the time expressions of a report in time."""
    return DateIndex()
