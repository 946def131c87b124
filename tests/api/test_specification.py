"""The description of the interface holds: Schemathesis tries each operation with what it allows and what it refuses."""

from contextlib import suppress
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from hypothesis.errors import Unsatisfiable
from jsonschema import Draft202012Validator
from schemathesis import GenerationMode
from schemathesis.specs.openapi.checks import negative_data_rejection, positive_data_acceptance

from cronistoria.server.app import make_app
from cronistoria.server.settings import ServerSettings
from tests.desk.made import made_desk
from tests.server.made import BEARER, TOKEN, made_client

DESCRIPTION = "/api/v1/openapi.json"
HOST = {"host": "127.0.0.1"}
# Names, dates and cursors are narrower than a schema can say: what fits it may still be refused. And all that stands in
# an address is a word, so that what is called a number there may well be a name; `test_routes` has what is refused.
NOT_CHECKED = [positive_data_acceptance, negative_data_rejection]
EXAMPLES = 6


@pytest.fixture(scope="module")
def interface() -> Any:
    app = make_app(made_desk(), ServerSettings(token=TOKEN, reads_per_minute=100_000))
    return schemathesis.openapi.from_asgi(DESCRIPTION, app, headers=HOST)


@pytest.mark.parametrize("mode", list(GenerationMode))
def test_every_operation_does_what_it_says(interface: Any, mode: GenerationMode) -> None:
    operations = [found.ok() for found in interface.get_all_operations()]
    assert len(operations) > 20
    for operation in operations:
        _try(operation, mode)


def _try(operation: Any, mode: GenerationMode) -> None:
    """Tries an operation; one that takes nothing cannot be asked for anything wrong."""

    @given(case=operation.as_strategy(generation_mode=mode))
    @settings(
        max_examples=EXAMPLES, derandomize=True, deadline=None, database=None, suppress_health_check=list(HealthCheck)
    )
    def check(case: Any) -> None:
        case.call_and_validate(headers=BEARER | HOST, excluded_checks=list(NOT_CHECKED))

    with suppress(Unsatisfiable):
        check()


def test_every_schema_is_one_and_every_reference_leads_somewhere() -> None:
    told = made_client().get(DESCRIPTION).json()
    schemas = told["components"]["schemas"]
    for part in schemas.values():
        Draft202012Validator.check_schema(part)
    assert {ref.rpartition("/")[2] for ref in _references(told)} <= schemas.keys()


def test_every_operation_is_described_with_its_errors() -> None:
    paths = made_client().get(DESCRIPTION).json()["paths"]
    for path, operations in paths.items():
        for method, told in operations.items():
            assert told["description"], path
            assert "200" in told["responses"] or "201" in told["responses"], path
            assert all("examples" in p["schema"] or not p["required"] for p in told.get("parameters", ())), path
            assert ("security" in told) == (method == "post" and path != "/api/v1/read")


def _references(value: Any) -> list[str]:
    if isinstance(value, dict):
        own = [value["$ref"]] if isinstance(value.get("$ref"), str) else []
        return [*own, *(ref for part in value.values() for ref in _references(part))]
    return [ref for part in value for ref in _references(part)] if isinstance(value, list) else []
