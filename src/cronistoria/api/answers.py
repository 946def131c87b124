"""Answers: the model's types as JSON, whole or a page of a list at a time."""

import base64
import binascii
from collections.abc import Iterator
from typing import Any, Generic, TypeVar

import msgspec
from fastapi import Response
from starlette.exceptions import HTTPException

from cronistoria.errors import InputError

JSON = "application/json"
Item = TypeVar("Item")
Place = TypeVar("Place")


class Page(msgspec.Struct, Generic[Item], frozen=True):
    """Items of a list; ``next`` is the cursor of those that follow, ``None`` at the end."""

    items: tuple[Item, ...]
    next: str | None


def json_of(value: object, status: int = 200, headers: dict[str, str] | None = None) -> Response:
    """A value as JSON."""
    return Response(msgspec.json.encode(value), status, headers, media_type=JSON)


def page_of(items: Iterator[Item], limit: int, place: Any) -> Page[Item]:
    """As many items as are asked for; ``place`` gives of an item, or of how many there were, where to go on."""
    some = [item for item, _ in zip(items, range(limit + 1), strict=False)]
    shown = tuple(some[:limit])
    return Page(shown, to_cursor(place(shown[-1])) if len(some) > limit else None)


def to_cursor(place: object) -> str:
    """A place in a list as an opaque word."""
    return base64.urlsafe_b64encode(msgspec.json.encode(place)).decode().rstrip("=")


def from_cursor(cursor: str | None, kind: type[Place]) -> Place | None:
    """The place that a cursor means; ``None`` for the beginning. Raises `InputError` for what is no cursor of ours."""
    if cursor is None:
        return None
    try:
        return msgspec.json.decode(base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)), type=kind)
    except (binascii.Error, ValueError, msgspec.MsgspecError) as error:
        raise InputError("cursor: is not the `next` of a page of this list") from error


def not_found(what: str, name: str) -> HTTPException:
    """That there is nothing of this name."""
    return HTTPException(404, f"{what} '{name}': there is none")
