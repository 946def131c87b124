"""Who said what, against PolNeAR's attributions in US political news: overlap of the contents, and sources right.

    python -m evaluation.quotations [CORPORA] [--documents N] [--details]     CORPORA defaults to ../shared/corpora

**Content overlap**: a word is attributed if it lies in the content of any attribution (gold) or statement (found);
precision, recall and F1 over the words of all documents. **Matched**: attributions with a statement at least half of
whose words lie in their content; the one that shares most is compared. **Source right**, of the matched that name a
source: the words that we took for the speaker, or other words for the same actor, share a character with the marked
source; a pronoun is right where it is the marked one, whomever it stands for. The first line of a part counts
statements alone, the second all that the reader gives to somebody: also what a source vouches for ("according to CNN",
an attribution of other records) and what positions hold. ``seen`` are documents that rules are developed on (train),
``hidden`` those that nobody looks at (dev): ``--details`` shows the first alone.
"""

import argparse
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from cronistoria.compose.context import Context
from cronistoria.ingest.document import Given, ingest_text
from cronistoria.model.mention import Phrase, Source
from cronistoria.model.record import Position, Statement
from cronistoria.parse.parsers import load_parser
from cronistoria.pipeline import Analyser, compose_records, find_mentions, understand
from evaluation.text import Place, overlap, place_of
from evaluation.trees import KeptTrees

DEFAULT = Path("../shared/corpora")
_FOLDER = "quotes/en-polnear"
_PARTS = {"seen": "train", "hidden": "dev"}
_WORD = re.compile(r"\w+")
_ROLE = re.compile(r"(Content|Source|Cue)\d*:(T\d+)")
_LEAST_INSIDE = 0.5


class Attribution(msgspec.Struct, frozen=True):
    """What somebody marked: the places of content, source and cue, each perhaps in pieces."""

    content: tuple[Place, ...]
    source: tuple[Place, ...]
    cue: tuple[Place, ...]


class Found(msgspec.Struct, frozen=True):
    """Words given to somebody, and all places where he is named; ``rule``: how they were found."""

    content: Place
    speaker: tuple[Place, ...]
    label: str | None
    cue: str | None
    rule: str


class Case(msgspec.Struct, frozen=True):
    """A document with what was marked and what was found in it: the statements, or all that is given to somebody."""

    name: str
    text: str
    marked: tuple[Attribution, ...]
    found: tuple[Found, ...]

    def words_in(self, places: Sequence[Place]) -> frozenset[int]:
        """Where the words begin that lie in any of the places."""
        return frozenset(s + m.start() for s, e in places for m in _WORD.finditer(self.text[s:e]))

    def match(self, marked: Attribution) -> Found | None:
        """The statement that tells most of what is marked, and mostly that."""
        gold = self.words_in(marked.content)
        shares = [(len(own & gold), len(own), found) for found in self.found if (own := self.words_in([found.content]))]
        inside = [(shared, -size, found) for shared, size, found in shares if shared >= _LEAST_INSIDE * size]
        return max(inside, key=lambda row: row[:2])[2] if inside else None


def read_attributions(standoff: str) -> tuple[Attribution, ...]:
    """The attributions of a brat file; places in pieces stay in pieces."""
    places: dict[str, tuple[Place, ...]] = {}
    events: list[str] = []
    for line in standoff.splitlines():
        name, _, rest = line.partition("\t")
        if name.startswith("T") and rest:
            pieces = rest.split("\t")[0].split(" ", 1)[1].split(";")
            places[name] = tuple((int(start), int(end)) for start, end in (p.split() for p in pieces))
        elif name.startswith("E"):
            events.append(rest)
    return tuple(_attribution(event, places) for event in events)


def _attribution(event: str, places: dict[str, tuple[Place, ...]]) -> Attribution:
    roles: dict[str, tuple[Place, ...]] = {"Content": (), "Source": (), "Cue": ()}
    for role, name in _ROLE.findall(event):
        roles[role] += places.get(name, ())
    return Attribution(roles["Content"], roles["Source"], roles["Cue"])


def read_cases(folder: Path, most: int, analyser: Analyser) -> Iterator[tuple[Case, Case]]:
    """The documents of a folder, evenly spaced, with statements alone and with all; of several annotators the first."""
    paths = sorted((folder / "text").glob("*.txt"))
    for path in paths[:: max(1, -(-len(paths) // most))]:
        standoff = min((folder / "attributions").glob(f"{path.stem}_*.ann")).read_text(encoding="utf-8")
        text, published = path.read_text(encoding="utf-8"), path.stem.split("_")[1]
        statements, others = find_attributed(text, published, analyser)
        case = Case(path.stem, text, read_attributions(standoff), statements)
        yield case, msgspec.structs.replace(case, found=(*statements, *others))


def find_attributed(text: str, published: str, analyser: Analyser) -> tuple[tuple[Found, ...], tuple[Found, ...]]:
    """The statements of an English text, and what else is given to somebody in it."""
    document = ingest_text(text, "text", Given(published=published, language="en")).document
    sentences = analyser.parse(document)
    mentions = find_mentions(document, sentences)
    context = understand(document, sentences, mentions)
    phrases = {(m.content.start, m.content.end, m.cue): m.speaker for m in mentions.quotes}
    records = compose_records(mentions, context)
    statements = tuple(
        Found(
            place_of(s.content),
            (*_places(phrases.get((s.content.start, s.content.end, s.cue))), *_actor_places(s.speaker, context)),
            s.speaker_label,
            s.cue,
            s.rule,
        )
        for s in records
        if isinstance(s, Statement)
    )
    positions = (
        Found(place_of(p.content), tuple(x for a in p.actors for x in _actor_places(a, context)), None, None, p.rule)
        for p in records
        if isinstance(p, Position)
    )
    sources = (
        Found(place, _places(s.who), s.label.text, s.cue, "source") for s in mentions.sources for place in _vouched(s)
    )
    return statements, (*positions, *sources)


def _places(phrase: Phrase | None) -> tuple[Place, ...]:
    return () if phrase is None or phrase.dropped else (place_of(phrase.span),)


def _actor_places(actor: str | None, context: Context) -> tuple[Place, ...]:
    return tuple(place_of(m) for m in context.actors.actor(actor).mentions) if actor is not None else ()


def _vouched(source: Source) -> Iterator[Place]:
    """The words that a source vouches for, without those that name it."""
    scope, span = source.scope, source.span
    if not scope.contains(span):
        yield place_of(scope)
        return
    yield from ((s, e) for s, e in ((scope.start, span.start), (span.end, scope.end)) if e > s)


def is_source_right(marked: Attribution, found: Found) -> bool:
    """Whether the speaker is named in the marked source."""
    return any(overlap(left, right) for left in marked.source for right in found.speaker)


def count(cases: Sequence[Case]) -> Counter[str]:
    """Words marked, found and both; attributions marked, matched, matched with a source, and with the right one."""
    counts: Counter[str] = Counter()
    for case in cases:
        gold = case.words_in([p for a in case.marked for p in a.content])
        found = case.words_in([f.content for f in case.found])
        counts.update(gold=len(gold), found=len(found), both=len(gold & found), marked=len(case.marked))
        pairs = [(a, f) for a in case.marked if (f := case.match(a)) is not None]
        sourced = [(a, f) for a, f in pairs if a.source]
        counts.update(matched=len(pairs), sourced=len(sourced), right=sum(is_source_right(a, f) for a, f in sourced))
    return counts


def show(name: str, cases: Sequence[Case]) -> None:
    """The figures of a part on one line."""
    counts = count(cases)
    both, gold, found = counts["both"], counts["gold"], counts["found"]
    figures = (
        f"{len(cases)} documents, content overlap F1 {_share(2 * both, gold + found)} "
        f"(precision {_share(both, found)}, recall {_share(both, gold)}), "
        f"matched {_share(counts['matched'], counts['marked'])} of {counts['marked']}, "
        f"source right {_share(counts['right'], counts['sourced'])}"
    )
    print(f"{name:<20}{figures}")


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.3f}" if whole else "-"


def show_errors(cases: Sequence[Case]) -> None:
    """What is missing, false, or somebody else's, one a line, with the words of the cue."""
    for case in cases:
        gold = case.words_in([p for a in case.marked for p in a.content])
        for marked in case.marked:
            match = case.match(marked)
            if match is None:
                _show(case, "missing", marked.cue, marked.source, marked.content)
            elif marked.source and not is_source_right(marked, match):
                _show(case, f"source {match.rule} {match.label!r}", marked.cue, marked.source, marked.content)
        for found in case.found:
            own = case.words_in([found.content])
            if len(own & gold) < _LEAST_INSIDE * len(own):
                _show(case, f"false {found.rule} {found.cue}", (), found.speaker[:1], [found.content])


def _show(case: Case, kind: str, *places: Sequence[Place]) -> None:
    words = [" … ".join(case.text[s:e].replace("\n", " ") for s, e in pieces) for pieces in places]
    print("\t".join((case.name[:20], kind, *words)))


def main(arguments: Sequence[str]) -> int:
    """Reads the documents of both parts and prints their figures; 2 where the corpus does not lie."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("corpora", nargs="?", type=Path, default=DEFAULT)
    options.add_argument("--documents", type=int, default=60, help="how many documents of each part at the most")
    options.add_argument("--details", action="store_true", help="errors of the part that is looked at, and no other")
    given = options.parse_args(arguments)
    if not (given.corpora / _FOLDER).is_dir():
        print(f"no corpus at {given.corpora / _FOLDER}", file=sys.stderr)
        return 2
    analyser = Analyser(KeptTrees(load_parser(threads=1)))
    for name, part in list(_PARTS.items())[: 1 if given.details else None]:
        cases = list(read_cases(given.corpora / _FOLDER / part, given.documents, analyser))
        show(f"{name}, statements", [statements for statements, _ in cases])
        show(f"{name}, all", [everything for _, everything in cases])
        if given.details:
            show_errors([everything for _, everything in cases])
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
