"""The scorer, on a report with a record of every kind."""

from typing import Any

import msgspec
import pytest

from cronistoria.model.dates import Date
from cronistoria.model.record import Contact, Deployment, Position, Quantity, Statement
from cronistoria.model.report import Report
from evaluation.score import figures, score, table
from tests.evaluation.made import GOLD, make_case
from tests.sample import sample_report, words


def measured(report: Report | None = None, **changes: Any) -> dict[str, float]:
    return figures(score([make_case(report, **changes)]))


def changed(kind: type[Any], **fields: Any) -> Report:
    """The sample with fields of its records of a kind changed."""
    report = sample_report()
    records = [msgspec.structs.replace(r, **fields) if isinstance(r, kind) else r for r in report.records]
    return msgspec.structs.replace(report, records=tuple(records))


def without(kind: type[Any]) -> Report:
    report = sample_report()
    return msgspec.structs.replace(report, records=tuple(r for r in report.records if not isinstance(r, kind)))


def test_a_report_that_says_what_the_gold_says_scores_one_everywhere() -> None:
    figures = measured()
    assert set(figures.values()) == {1.0} | {figures["actors"]}
    assert figures["contacts"] == figures["quotes"] == figures["positions"] == figures["deployments"] == 1
    assert figures["attributions"] == figures["events"] == 1


def test_only_mentions_that_the_report_has_are_found() -> None:
    assert measured()["actors"] == pytest.approx(1 / 3)


def test_records_that_are_missing_and_records_too_many_lower_the_score() -> None:
    assert measured(without(Contact))["contacts"] == 0
    assert measured(contacts=[GOLD["contacts"][0]])["contacts"] == pytest.approx(2 / 3)
    assert "contacts" not in measured(without(Contact), contacts=[])


@pytest.mark.parametrize(
    ("fields", "figure", "value"),
    [
        ({"channel": "video_call"}, "contacts.channel", 0),
        ({"requested_by": "CHE"}, "contacts.requested_by", 0),
        ({"participants": ("person:huber",)}, "contacts.participants", 2 / 3),
        ({"duration": None}, "contacts.duration", 0.5),
        ({"date": None}, "contacts.date", 0),
        ({"channel": "letter"}, "contacts", 0),
        ({"status": "held"}, "contacts", 0.5),
    ],
)
def test_contacts(fields: dict[str, Any], figure: str, value: float) -> None:
    assert measured(changed(Contact, **fields))[figure] == pytest.approx(value, abs=0.01)


def test_an_interval_is_right_by_the_share_of_common_days() -> None:
    wide = Date(edtf=None, start="2022-04-01", end="2022-04-13", precision="interval", basis="inferred")
    assert measured(changed(Contact, date=wide), contacts=GOLD["contacts"][:1])["contacts.date"] == 0.5


@pytest.mark.parametrize(
    ("fields", "figure"),
    [
        ({"speaker": "person:huber"}, "quotes.speaker"),
        ({"form": "indirect"}, "quotes.form"),
        ({"via": "AUT"}, "quotes.via"),
        ({"content": words("tre i feriti")}, "quotes"),
    ],
)
def test_quotes(fields: dict[str, Any], figure: str) -> None:
    assert measured(changed(Statement, **fields))[figure] == 0


def test_a_position_may_have_the_other_type_that_the_gold_allows() -> None:
    assert measured(changed(Position, type="warning"))["positions"] == 1
    refused = measured(changed(Position, type="refusal"))
    assert (refused["positions"], refused["positions_any"]) == (0, 1)
    assert measured(changed(Position, condition=None))["positions.condition"] == 0
    assert measured(changed(Position, actors=("AUT",), recipients=()))["positions_any"] == 0


@pytest.mark.parametrize(
    ("low", "high", "bound", "right"),
    [(2000, None, "over", 1), (2000, 2000, "exact", 0), (3000, None, "over", 0), (None, None, "over", 0)],
)
def test_deployments_need_actor_and_quantity(low: float | None, high: float | None, bound: Any, right: float) -> None:
    found = Quantity(min=low, max=high, bound=bound, text=words("più di 2.000"))
    figures = measured(changed(Deployment, quantity=found))
    assert (figures["deployments"], figures["deployments_any"]) == (right, 1)


@pytest.mark.parametrize(("high", "right"), [(3000, 1), (2500, 0)])
def test_a_number_may_be_a_span(high: float, right: float) -> None:
    deployment = GOLD["deployments"][0]
    gold = {**deployment, "quantity": {"value": 2000, "upto": 3000, "text": "più di 2.000"}}
    found = Quantity(min=2000, max=high, bound="exact", text=words("più di 2.000"))
    assert measured(changed(Deployment, quantity=found), deployments=[gold])["deployments"] == right


def test_a_negated_record_on_negated_words_is_no_false_alarm() -> None:
    report = changed(Deployment, polarity="negated")
    assert "deployments" not in measured(report, deployments=[], negated=[{"text": "più di 2.000 soldati"}])
    assert measured(report, deployments=[], negated=[])["deployments"] == 0


def test_the_table_and_what_was_wrong_are_told_in_words() -> None:
    tallies = score([make_case(changed(Statement, speaker=None))])
    assert "quotes" in table(tallies)
    assert any("speaker" in line and "Il dialogo continua" in line for line in tallies["quotes"].details)
