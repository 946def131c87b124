"""What one party does to another, against sentences with marked parties: accuracy and macro-F of the PLOVER roots.

    python -m evaluation.relations [CORPORA] [--wrong]     CORPORA defaults to ../shared/corpora

Our own sentences (``evaluation/coding/<language>.tsv``: CAMEO code, sentence with [source] and [target]) are always
read. From the corpora come PLV (English; what rules are developed on, and the quarter that nobody looks at) and
the Spanish protest sentences (two-digit codes of whole sentences), each passed over where it does not lie.
"""

import argparse
import csv
import hashlib
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import msgspec

from cronistoria.errors import CronistoriaError
from cronistoria.extract.relations import Place, Relation, find_acts, find_relation
from cronistoria.ingest.document import Given, ingest_text
from cronistoria.reader import Reader
from cronistoria.reference.cameo import root_of
from cronistoria.settings import Settings

OWN = Path("evaluation/coding")
DEFAULT = Path("../shared/corpora")
UNSEEN = 3
_PLV, _PROTEST = "events/plv-aw/PLV_train.tsv", "events/es-protest/spanish_protest_plover_first500.xml"
_SENTENCE = re.compile(r"<Sentence [^>]*>(.*?)</Sentence>", re.DOTALL)
_TEXT = re.compile(r"<Text>\s*\)?(.*?)\s*</Text>", re.DOTALL)
_CODES = re.compile(r'eventcode="([^"]+)"')
_ASSAULT, _YIELD = ("18", "19", "20"), ("081", "084")


class Case(msgspec.Struct, frozen=True):
    """A sentence with the places of its parties, and the root that is right."""

    text: str
    source: Place | None
    target: Place | None
    root: str


class Answer(msgspec.Struct, frozen=True):
    """What was right and what was found."""

    case: Case
    found: str
    relation: Relation | None

    @property
    def is_right(self) -> bool:
        """Whether the roots are one."""
        return self.case.root == self.found


def read_marked(marked: str, marks: tuple[str, str, str, str]) -> tuple[str, list[Place]]:
    """A text without the marks around its parties, and the parties' places: sources first, then targets.

    >>> read_marked("[Oslo] praised [Bonn].", ("[", "]", "[", "]"))
    ('Oslo praised Bonn.', [(0, 4), (13, 17)])
    """
    opening, places, text, starts = set(marks[::2]), [], "", []
    for part in re.split("(" + "|".join(map(re.escape, sorted(set(marks)))) + ")", marked):
        if part in opening:
            starts.append((part, len(text)))
        elif part in marks:
            places.append((starts[-1][0], (starts[-1][1], len(text))))
        else:
            text += part
    return text, [place for _, place in sorted(places, key=lambda found: marks.index(found[0]))]


def own_cases(path: Path) -> Iterator[Case]:
    """Our own sentences of a language; the source stands in brackets, then the target, in braces if it comes first."""
    for line in path.read_text(encoding="utf-8").splitlines():
        code, marked = line.split("\t")
        text, places = read_marked(marked, ("[", "]", "{", "}"))
        yield Case(text, places[0], places[1] if len(places) > 1 else None, root_of(code))


def plv_cases(path: Path, *, unseen: bool) -> Iterator[Case]:
    """PLV, parted by a digest of the sentence: three quarters to develop on, one that nobody looks at."""
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            if (hashlib.sha256(row["sentence"].encode()).digest()[0] % 4 == UNSEEN) is unseen:
                text = re.sub("</?[st]>", "", row["marked_sentence"])
                spans = {mark: _first(row["marked_sentence"], mark) for mark in "st"}
                yield Case(text, spans["s"], spans["t"], row["gold_root"])


def _first(marked: str, mark: str) -> Place | None:
    found = re.search(f"<{mark}>(.*?)</{mark}>", marked)
    if found is None:
        return None
    start = len(re.sub("</?[st]>", "", marked[: found.start()]))
    return start, start + len(re.sub("</?[st]>", "", found[1]))


def answer_all(cases: Iterable[Case], language: str, reader: Reader) -> list[Answer]:
    """What the program says of each sentence; one that it refuses has no act."""
    answers = []
    for case in cases:
        try:
            document = ingest_text(case.text, "sentence", Given(language=language)).document
            relation = find_relation(reader.parse(document), case.source, case.target, language=language)
        except CronistoriaError:
            relation = None
        answers.append(Answer(case, root_of(relation.act.code) if relation else "", relation))
    return answers


def macro_f(answers: Sequence[Answer]) -> float:
    """The mean F1 of the roots that occur."""
    right, found = Counter(a.case.root for a in answers), Counter(a.found for a in answers)
    hits = Counter(a.found for a in answers if a.is_right)
    return sum(2 * hits[root] / (right[root] + found[root]) for root in right) / len(right)


def reliability(answers: Sequence[Answer]) -> list[tuple[float, int, float]]:
    """Confidence, number of answers and share of right ones, from the surest down."""
    groups: dict[float, list[bool]] = defaultdict(list)
    for answer in answers:
        if answer.relation is not None:
            groups[answer.relation.confidence].append(answer.is_right)
    return [(c, len(right), sum(right) / len(right)) for c, right in sorted(groups.items(), reverse=True)]


def protest_figures(path: Path, reader: Reader) -> tuple[float, float]:
    """F1 of two-digit codes of Spanish sentences; the second takes 14 and 15, which annotators mix, for one."""
    pairs = []
    for found in _SENTENCE.finditer(path.read_text(encoding="utf-8")):
        text = _TEXT.search(found[1])
        gold = {_digits(code) for code in _CODES.findall(found[1])}
        if text is not None:
            document = ingest_text(text[1], "sentence", Given(language="es")).document
            acts = (a for s in reader.parse(document) for a in find_acts(s, language="es"))
            pairs.append((gold, {_digits(relation.act.code) for relation in acts}))
    merged = [({_one(c) for c in gold}, {_one(c) for c in said}) for gold, said in pairs]
    return _f1(pairs), _f1(merged)


def _digits(code: str) -> str:
    return "18" if code[:2] in _ASSAULT else code[:2]


def _one(code: str) -> str:
    return "14" if code == "15" else code


def _f1(pairs: Sequence[tuple[set[str], set[str]]]) -> float:
    right, said = sum(len(g) for g, _ in pairs), sum(len(s) for _, s in pairs)
    return 2 * sum(len(g & s) for g, s in pairs) / max(1, right + said)


def _show(name: str, answers: Sequence[Answer], *, wrong: bool) -> None:
    right = sum(a.is_right for a in answers) / max(1, len(answers))
    print(f"{name:24} {len(answers):5} sentences   accuracy {right:.3f}   macro-F {macro_f(answers):.3f}")
    for answer in answers if wrong else ():
        if not answer.is_right:
            rule = answer.relation.act.rule if answer.relation else ""
            print(f"  {answer.case.root} not {answer.found or 'nothing'} ({rule}): {answer.case.text}")


def main(argv: Sequence[str] | None = None, reader: Reader | None = None) -> int:
    """Reads, compares, prints."""
    parser = argparse.ArgumentParser(description="Accuracy and macro-F of PLOVER roots between marked parties.")
    parser.add_argument("corpora", type=Path, nargs="?", default=DEFAULT)
    parser.add_argument("--wrong", action="store_true", help="list wrong answers, but for the unseen quarter")
    options = parser.parse_args(argv)
    reader = reader or Reader(Settings(threads=1))
    for path in sorted(OWN.glob("*.tsv")):
        _show(f"own {path.stem}", answer_all(own_cases(path), path.stem, reader), wrong=options.wrong)
    plv, protest = options.corpora / _PLV, options.corpora / _PROTEST
    if not plv.is_file() or not protest.is_file():
        print(f"relations: there are no corpora at {options.corpora}")
        return 0
    _show("PLV, developed on", answer_all(plv_cases(plv, unseen=False), "en", reader), wrong=options.wrong)
    unseen = answer_all(plv_cases(plv, unseen=True), "en", reader)
    _show("PLV, never looked at", unseen, wrong=False)
    for confidence, number, share in reliability(unseen):
        print(f"  said {confidence:.2f}: {number} answers, {share:.2f} right")
    strict, merged = protest_figures(protest, reader)
    print(f"Spanish protest sentences: F1 {strict:.3f} of two digits, {merged:.3f} with 14 and 15 as one")
    return 0


if __name__ == "__main__":
    sys.exit(main())
