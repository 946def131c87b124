"""Proves the gold: `python -m evaluation.check`. Every span stands in its report, every name in the actors' list.

`evaluation.gold` has checked keys and vocabularies by then. Here: words verbatim and short (first6 at most 6 words,
clauses 20, others 12), the occurrence named where a record's words come more than once, real dates that fit a weekday
named beside them, parties that are codes or listed, events that are PLOVER's, and numbers 1..n.
"""

import re
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import msgspec

from cronistoria.reference.plover import plover_table
from evaluation.gold import Clause, Gold, GoldActor, GoldDate, GoldError, When, load_gold
from evaluation.parties import fold
from evaluation.text import Text
from evaluation.when import gold_stretch

HERE = Path(__file__).parent
_LONGEST = {"first6": 6, "evidence": 12, "phrase": 12, "text": 12, "mention": 12}
_LONGEST_CLAUSE = 20
_CODES = re.compile(r"[A-Z][A-Z0-9]{1,6}\b.*")
_WITH_CODE = re.compile(r".+ \([A-Z][A-Z0-9]{1,6}\)")
_WEEKDAYS = (
    ("lunedì", "monday"), ("martedì", "tuesday"), ("mercoledì", "wednesday"), ("giovedì", "thursday"),
    ("venerdì", "friday"), ("sabato", "saturday"), ("domenica", "sunday"),
)  # fmt: skip


def check_gold(gold: Gold, text: str) -> list[str]:
    """What is wrong with one gold file, a line each."""
    found = Text(text)
    said = [f"doc_date: {gold.doc_date.value} is no date" for _ in range(not _is_date(gold.doc_date.value))]
    for where, node in _nodes(gold):
        said += [f"{where}: {line}" for line in (*_spans(node, found), *_dates(node), *_parties(node, gold))]
    events = [event.plover for event in gold.events if event.plover not in plover_table().events]
    said += [f"events: '{name}' is no PLOVER event" for name in events]
    for section in ("contacts", "positions", "deployments", "events"):
        numbers = [node.n for node in getattr(gold, section)]
        if numbers != list(range(1, len(numbers) + 1)):
            said.append(f"{section}: n runs {numbers}")
    numbered = {contact.n for contact in gold.contacts if contact.status == "scheduled"}
    for item in gold.scheduled:
        if (item.contact is None) == (item.kind is None) or item.contact not in numbered | {None}:
            said.append(f"scheduled '{item.what}': needs a scheduled contact, or kind 'not a contact'")
    return said


def check_folder(folder: Path) -> list[str]:
    """What is wrong with all gold files and with reports that have none."""
    said = []
    for path in sorted((folder / "gold").glob("*.yaml")):
        try:
            gold = load_gold(path)
            text = (folder / gold.doc.file).read_text(encoding="utf-8")
        except (GoldError, OSError) as error:
            said.append(str(error))
            continue
        said += [f"{path.stem}: {line}" for line in check_gold(gold, text)]
        if gold.id != path.stem or Path(gold.doc.file).stem != path.stem:
            said.append(f"{path.stem}: id and file must have the name of the gold file")
    lone = {p.stem for p in (folder / "reports").glob("*.txt")} - {p.stem for p in (folder / "gold").glob("*.yaml")}
    return said + [f"{stem}: a report without gold" for stem in sorted(lone)]


def _nodes(gold: Gold) -> Iterator[tuple[str, msgspec.Struct]]:
    """Every part of the gold, with the path that leads to it."""

    def walk(where: str, value: object) -> Iterator[tuple[str, msgspec.Struct]]:
        if isinstance(value, tuple):
            for number, part in enumerate(value, start=1):
                yield from walk(f"{where}[{number}]", part)
        elif isinstance(value, msgspec.Struct):
            yield where, value
            for name in value.__struct_fields__:
                yield from walk(f"{where}.{name}", getattr(value, name))

    for name in gold.__struct_fields__:
        yield from walk(name, getattr(gold, name))


def _spans(node: msgspec.Struct, text: Text) -> Iterator[str]:
    for name, limit in _LONGEST.items():
        most = _LONGEST_CLAUSE if isinstance(node, Clause) else limit
        words = getattr(node, name, None)
        if words is None:
            continue
        places = len(text.find(words))
        occurrence = getattr(node, "occurrence", None)
        if words not in text.raw or not places:
            yield f"not in the text: '{words}'"
        if len(words.split()) > most:
            yield f"more than {most} words: '{words}'"
        if occurrence is not None and not 1 <= occurrence <= places:
            yield f"'{words}' stands {places} times, occurrence says {occurrence}"
        counted = hasattr(node, "occurrence") and not isinstance(node, GoldDate | GoldActor)
        if counted and occurrence is None and places > 1:
            yield f"'{words}' stands {places} times, say which (occurrence)"


def _dates(node: msgspec.Struct) -> Iterator[str]:
    if not isinstance(node, When):
        return
    for value in (node.iso, node.earliest, node.latest, *(node.interval or ())):
        if value is not None and not _is_date(value):
            yield f"no ISO date: {value}"
    named = [
        i for i, names in enumerate(_WEEKDAYS) if any(re.search(rf"\b{n}\b", (node.text or "").lower()) for n in names)
    ]
    if (
        len(named) == 1
        and node.iso
        and len(node.iso) >= 10
        and date.fromisoformat(node.iso[:10]).weekday() not in named
    ):
        yield f"'{node.text}' is not {node.iso}"


def _parties(node: msgspec.Struct, gold: Gold) -> Iterator[str]:
    listed = {fold(actor.canonical) for actor in gold.actors}
    named = [party for name in ("participants", "by", "to") for party in getattr(node, name, ())]
    named += [getattr(node, name, None) or "" for name in ("speaker", "via", "source", "actor", "requested_by")]
    for party in filter(None, named):
        if node is gold.doc_date:
            continue
        if not (_CODES.match(party) or _WITH_CODE.fullmatch(party) or fold(party) in listed):
            yield f"party '{party}' is neither a code nor listed"


def _is_date(value: str) -> bool:
    try:
        gold_stretch(value)
    except ValueError:
        return False
    return True


def main() -> int:
    """Prints what is wrong; the exit status says whether anything is."""
    said = check_folder(HERE)
    print(*said, f"{len(said)} mistakes", sep="\n")
    return int(bool(said))


if __name__ == "__main__":
    sys.exit(main())
