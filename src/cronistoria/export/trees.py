"""Why a record is there: the rule, the words, and the tree they stand in, as lines of text."""

from bisect import bisect_right
from collections.abc import Iterator

from cronistoria.export.fields import field_label, fields_of
from cronistoria.export.phrases import Speaker, make_speaker
from cronistoria.model.record import Record
from cronistoria.model.report import Report
from cronistoria.model.sentence import Sentence, Token
from cronistoria.model.span import Span

_DEEPEST = 60
_LONGEST_WORDS = 120


def explain_records(report: Report, sentences: tuple[Sentence, ...], language: str) -> dict[str, tuple[str, ...]]:
    """For each record id: rule or head, confidence, trigger, the fields' own words, the tree they were found in."""
    say = make_speaker(report, language)
    return {record.id: tuple(_explain(record, sentences, say)) for record in report.records}


def draw_tree(sentence: Sentence, marked: range = range(0)) -> Iterator[str]:
    """The tree, a word a line in text order below its governor's branch; words in ``marked`` (offsets) get a star.

    Branches deeper than `_DEEPEST` characters are drawn no further to the right, so that the output stays linear.
    """
    stack: list[tuple[Token, str, str]] = [(sentence.root, "", "")]
    while stack:
        token, lead, below = stack.pop()
        star = " *" if token.start in marked or token.end - 1 in marked else ""
        yield f"{lead}{token.form} [{token.deprel} {token.upos}{_features(token)}]{star}"
        children = list(sentence.children(token))
        for child in reversed(children):
            last = child is children[-1]
            deeper = below + ("   " if last else "│  ") if len(below) < _DEEPEST else below
            stack.append((child, below + ("└─ " if last else "├─ "), deeper))


def _explain(record: Record, sentences: tuple[Sentence, ...], say: Speaker) -> Iterator[str]:
    facts, trigger = say.labels.facts, record.trigger
    yield f"{facts.rule}: {record.rule} · {facts.confidence}: {record.confidence:.2f}"
    yield f"{facts.trigger}: {_words(trigger)}"
    for field in fields_of(record, say):
        if field.span and field.span != trigger:
            yield f"{field_label(say.labels, field.name)}: {_words(field.span)}"
    at = bisect_right(sentences, trigger.start, key=lambda sentence: sentence.start) - 1
    if at >= 0 and trigger.start < sentences[at].end:
        yield from draw_tree(sentences[at], range(trigger.start, trigger.end))


def _words(span: Span) -> str:
    """Words on one line, cut if they are long, and their offsets."""
    words = " ".join(span.text.split())
    shown = words if len(words) <= _LONGEST_WORDS else f"{words[:_LONGEST_WORDS]} …"
    return f"{shown} [{span.start}–{span.end}]"


def _features(token: Token) -> str:
    return "".join(f" {key}={token.feats[key]}" for key in ("Mood", "Tense", "VerbForm") if key in token.feats)
