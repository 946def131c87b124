"""Answers: the model's types as JSON."""

import msgspec
from fastapi import Response

JSON = "application/json"


def json_of(value: object, status: int = 200) -> Response:
    """A value as JSON."""
    return Response(msgspec.json.encode(value), status, media_type=JSON)
