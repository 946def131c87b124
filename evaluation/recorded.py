"""How many of the contacts that a public record lists are found in short event texts that tell them.

    python -m evaluation.recorded [CORPORA] [--details]     CORPORA defaults to ../shared/corpora

The record (``contacts/zelensky``) gives day, state and kind of the Ukrainian president's contacts; the texts
(``contacts/warline``) are dated notes of a few sentences in English and Ukrainian. A text tells a contact if one of its
sentences names the president, somebody of the state, and a word of contact, at most a day from a contact on record.
It is found if a record of the text has both sides as parties in touch.
"""

import argparse
import csv
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

import msgspec

from cronistoria.ingest.document import Given, ingest_text
from cronistoria.languages.contacts import contact_nouns, contact_verbs
from cronistoria.model.record import Contact
from cronistoria.model.report import Report
from cronistoria.model.sentence import Sentence
from cronistoria.parse.parsers import load_parser
from cronistoria.pipeline import Analyser
from cronistoria.reference.bodies import load_bodies
from evaluation.trees import KeptTrees

DEFAULT = Path("../shared/corpora")
HOME, LEADER = "UKR", "Q3874799"
_NAMES = {"United States": "USA", "Korea, South": "KOR", "Turkey": "TUR", "UN": "UN", "EU": "EU"}
_TEXTS = {"en": "text_en", "uk": "text_uk"}


class Told(msgspec.Struct, frozen=True):
    """A contact on record that a text tells, and whether the text's records have it."""

    event: str
    language: str
    state: str
    words: str
    found: bool


def load_record(path: Path) -> dict[str, set[date]]:
    """Days by the code of the state or body that the president was in touch with."""
    codes = {body.name: code for code, body in load_bodies().items() if body.kind == "state"} | _NAMES
    days: dict[str, set[date]] = defaultdict(set)
    with path.open(encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows):
            if row["country"] in codes:
                days[codes[row["country"]]].add(date.fromisoformat(row["date"]))
    return days


def told_in(event: dict[str, str], days: dict[str, set[date]], analyser: Analyser) -> Iterator[Told]:
    """What a text tells of the record, in each of its languages."""
    day = date.fromisoformat(event["date"])
    near = [code for code, known in days.items() if any(abs((day - one).days) <= 1 for one in known)]
    for language, field in _TEXTS.items():
        if not near or not event.get(field):
            continue
        document = ingest_text(event[field], event["id"], Given(language=language, published=event["date"])).document
        sentences = analyser.parse(document)
        report = analyser.interpret(document, sentences)
        for state in near:
            words = next((text for s in sentences if (text := _telling(report, s, state, language))), None)
            if words is not None:
                yield Told(event["id"], language, state, words, _is_found(report, state))


def _telling(report: Report, sentence: Sentence, state: str, language: str) -> str | None:
    """The sentence, if it names both sides and a contact."""
    named = {
        actor.id: actor.country or actor.id
        for actor in report.actors
        if any(sentence.start <= mention.start < sentence.end for mention in actor.mentions)
    }
    words = contact_verbs(language).keys() | contact_nouns(language).keys()
    tells = any(token.keys & words for token in sentence.tokens)
    if LEADER not in named or state not in named.values() or not tells:
        return None
    return report.document.text[sentence.start : sentence.end]


def _is_found(report: Report, state: str) -> bool:
    sides = {actor.id: actor.country or actor.id for actor in report.actors}
    contacts = [record for record in report.records if isinstance(record, Contact)]
    return any({HOME, state} <= {sides.get(p, p) for p in contact.participants} for contact in contacts)


def main(argv: Sequence[str] | None = None) -> int:
    """Prints the recall, and with ``--details`` what was not found."""
    parser = argparse.ArgumentParser(description="Hold contacts found in event texts against a public record of them.")
    parser.add_argument("corpora", type=Path, nargs="?", default=DEFAULT)
    parser.add_argument("--details", action="store_true", help="list what was not found")
    options = parser.parse_args(argv)
    record, texts = (options.corpora / "contacts" / name for name in ("zelensky/contacts.csv", "warline"))
    if not record.is_file():
        print(f"recorded: skipped, there is no {record}")
        return 0
    days, analyser = load_record(record), Analyser(KeptTrees(load_parser()))
    lines = (line for path in sorted(texts.glob("*.jsonl")) for line in path.read_text(encoding="utf-8").splitlines())
    told = [one for line in lines for one in told_in(msgspec.json.decode(line), days, analyser)]
    found = sum(one.found for one in told)
    print(f"recorded: {found} of {len(told)} contacts on record that texts tell")
    for one in told if options.details else ():
        if not one.found:
            print(f"  {one.event} {one.language} {one.state}: {one.words}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
