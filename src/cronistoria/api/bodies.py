"""What requests carry, and how it is read."""

from http import HTTPStatus
from typing import Annotated, TypeVar

import msgspec
from fastapi import Request
from msgspec import Meta
from starlette.exceptions import HTTPException

from cronistoria.api.answers import JSON
from cronistoria.errors import InputError
from cronistoria.ingest.document import Given
from cronistoria.model.judgement import Act

MOST_CHARACTERS = 100_000
Body = TypeVar("Body")
Short = Annotated[str, Meta(min_length=1, max_length=2_000)]


class ToRead(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A report's text and what is known about it; what is left out is taken from the text.

    ``published`` is an EDTF date (`2021-12-30`, `2021-12`), ``language`` an ISO 639-1 code.
    """

    text: Annotated[str, Meta(min_length=1, max_length=MOST_CHARACTERS, examples=["The two ministers met on Monday."])]
    language: Short | None = None
    published: Short | None = None
    title: Short | None = None
    url: Short | None = None
    publisher: Short | None = None

    def given(self) -> Given:
        """The same as `ingest` takes it. Raises `InputError` for what is no date."""
        return Given(
            published=self.published, language=self.language, title=self.title, url=self.url, publisher=self.publisher
        )  # fmt: skip


class ToJudge(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A decision: an act on entries or records by their ids (of an act ``status`` the last name is the status)."""

    act: Act
    names: Annotated[tuple[Short, ...], Meta(min_length=1, max_length=2, examples=[["contact:0123456789abcdef"]])]
    by: Short | None = None
    why: Short | None = None


class ToUndo(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Who takes a decision back."""

    by: Short | None = None


async def body_of(request: Request, kind: type[Body]) -> Body:
    """The body as a value. Raises ``HTTPException`` for what is no JSON, `InputError` for JSON of another shape."""
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != JSON:
        raise HTTPException(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, f"expected content-type {JSON}")
    try:
        return msgspec.json.decode(await request.body(), type=kind)
    except msgspec.ValidationError as error:
        raise InputError(f"body: {error}") from error
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise HTTPException(HTTPStatus.BAD_REQUEST, f"body: no JSON ({error})") from error
