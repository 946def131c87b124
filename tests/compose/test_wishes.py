"""Forces that are only spoken of in what somebody wants are not told as being there."""

from typing import Any

import msgspec
import pytest

from cronistoria.compose.wishes import mark_wishes
from cronistoria.model.record import Deployment, Position
from cronistoria.model.span import Span
from tests.merge.made import deployment, position, source

REPORT = source("a")


def made(type_: str, content: Span, **fields: Any) -> list[Deployment]:
    wish = position(REPORT, type_, "NOR", "PER", "words").record
    forces = deployment(REPORT, "PER", 8000, **fields).record
    assert isinstance(wish, Position) and isinstance(forces, Deployment)
    return mark_wishes([forces], [msgspec.structs.replace(wish, content=content)])


@pytest.mark.parametrize(
    ("type_", "content", "fields", "modality"),
    [
        ("demand", Span(0, 40, "w" * 40), {}, "conditional"),
        ("threat", Span(0, 40, "w" * 40), {}, "conditional"),
        ("refusal", Span(0, 40, "w" * 40), {"modality": "hearsay"}, "conditional"),
        ("accusation", Span(0, 40, "w" * 40), {}, "asserted"),
        ("demand", Span(60, 90, "w" * 30), {}, "asserted"),
        ("promise", Span(0, 40, "w" * 40), {"modality": "planned"}, "planned"),
    ],
)
def test_what_is_only_wanted(type_: str, content: Span, fields: dict[str, Any], modality: str) -> None:
    (record,) = made(type_, content, **fields)
    assert record.modality == modality
