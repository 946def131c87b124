"""A folder with one report and its gold, and readers that give made-up reports of it: no model."""

from pathlib import Path
from typing import Any

import msgspec
import yaml

from cronistoria.model.report import Report
from evaluation.case import Case
from evaluation.gold import Gold
from evaluation.reading import Item
from tests.sample import TEXT, sample_report

_BOTH = ["Anton Huber (AUT)", "Klara Meier (CHE)"]
GOLD: dict[str, Any] = {
    "id": "it-vienna",
    "doc": {"file": "reports/it-vienna.txt"},
    "lang": "it",
    "doc_date": {"value": "2022-04", "given": True, "source": "told"},
    "actors": [
        {"mention": "Il presidente austriaco", "canonical": "Anton Huber", "kind": "person", "iso3": "AUT"},
        {"mention": "la ministra Meier", "canonical": "Klara Meier", "kind": "person", "iso3": "CHE"},
        {"mention": "Vienna", "canonical": "Austrian government", "kind": "state", "iso3": "AUT", "metonym": True},
        {"mention": "fonti locali", "canonical": "local sources", "kind": "group"},
    ],
    "contacts": [
        {
            "n": 1, "type": "call", "status": "happened", "participants": _BOTH,
            "date": {"interval": ["2022-04-03", "2022-04-08"]}, "requested_by": "AUT",
            "duration": {"minutes": 60, "comparator": "<", "text": "quasi un'ora"},
            "evidence": "si sono parlati per quasi un'ora",
        },
        {
            "n": 2, "type": "meeting", "status": "scheduled", "participants": _BOTH, "date": {"iso": "2022-04-09"},
            "evidence": "si vedranno a Zurigo",
        },
    ],
    "quotes": [{"speaker": "Klara Meier", "verbatim": True, "first6": "Il dialogo continua"}],
    "attributions": [{"claim": "soldiers", "source": "local sources", "phrase": "Secondo fonti locali"}],
    "positions": [
        {
            "n": 1, "kind": "warning", "alt": "threat", "by": ["CHE"], "to": ["AUT"], "content": "offer withdrawn",
            "condition": {"text": "Se la frontiera resta chiusa"}, "evidence": "Berna ritirerà l'offerta",
        }
    ],
    "deployments": [
        {
            "n": 1, "actor": "AUT", "what": "soldati", "posture": "massed",
            "quantity": {"value": 2000, "comparator": ">", "text": "più di 2.000"},
            "evidence": "più di 2.000 soldati austriaci",
        }
    ],
    "events": [{"n": 1, "plover": "ASSAULT", "by": [], "to": [], "date": None, "evidence": "tre i feriti"}],
    "negated": [],
    "dates": [],
    "scheduled": [{"what": "meeting", "contact": 2, "evidence": "si vedranno a Zurigo"}],
    "notes": "",
}  # fmt: skip


def gold_with(**changes: Any) -> Gold:
    """The gold with other sections."""
    return msgspec.convert({**GOLD, **changes}, Gold)


def make_case(report: Report | None = None, **changes: Any) -> Case:
    """The gold, with other sections, beside a report (the sample by default)."""
    return Case(gold_with(**changes), report or sample_report())


def make_folder(folder: Path, **changes: Any) -> Path:
    """A folder as `evaluation` is laid out."""
    for name in ("gold", "reports"):
        (folder / name).mkdir(exist_ok=True)
    (folder / "reports" / "it-vienna.txt").write_text(TEXT, encoding="utf-8")
    (folder / "gold" / "it-vienna.yaml").write_text(yaml.safe_dump({**GOLD, **changes}), encoding="utf-8")
    return folder


def read_all(item: Item) -> Report:
    """A reader that finds everything."""
    return sample_report()


def read_less(item: Item) -> Report:
    """A reader that overlooks all contacts."""
    report = sample_report()
    return msgspec.structs.replace(report, records=tuple(r for r in report.records if r.kind != "contact"))
