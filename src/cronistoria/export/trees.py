"""Why a record is there: the rule, the words, and the tree they stand in, as lines of text."""

from bisect import bisect_right
from collections.abc import Iterator

from cronistoria.languages.labels import Labels
from cronistoria.model.record import Record
from cronistoria.model.report import Report
from cronistoria.model.sentence import Sentence, Token

_DEEPEST = 60


def explain_records(report: Report, sentences: tuple[Sentence, ...], labels: Labels) -> dict[str, tuple[str, ...]]:
    """For each record id: the rule, its confidence, the trigger, and the tree of the sentence it was found in."""
    return {record.id: tuple(_explain(record, sentences, labels)) for record in report.records}


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


def _explain(record: Record, sentences: tuple[Sentence, ...], labels: Labels) -> Iterator[str]:
    facts, trigger = labels.facts, record.trigger
    yield f"{facts.rule}: {record.rule} · {facts.confidence}: {record.confidence:.2f}"
    yield f"{facts.trigger}: {' '.join(trigger.text.split())} [{trigger.start}–{trigger.end}]"
    at = bisect_right(sentences, trigger.start, key=lambda sentence: sentence.start) - 1
    if at >= 0 and trigger.start < sentences[at].end:
        yield from draw_tree(sentences[at], range(trigger.start, trigger.end))


def _features(token: Token) -> str:
    return "".join(f" {key}={token.feats[key]}" for key in ("Mood", "Tense", "VerbForm") if key in token.feats)
