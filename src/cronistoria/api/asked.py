"""What a request asks for: parameters as they stand in the address, and the query that they mean."""

from typing import Annotated, Literal

from fastapi import Path
from pydantic import BaseModel, ConfigDict, Field

from cronistoria.errors import InputError
from cronistoria.languages.labels import chronicle_languages
from cronistoria.model.edtf import parse_edtf
from cronistoria.model.query import Query

Kind = Literal["contact", "statement", "position", "deployment", "event"]
Word = Annotated[str, Field(min_length=1, max_length=200, pattern=r"^[^\x00]+$")]
Words = Annotated[list[Word], Field(max_length=20)]
Edtf = Annotated[str, Field(min_length=1, max_length=60, examples=["2022-02", "2022-02-24"])]
DocumentId = Annotated[
    str, Path(description="SHA-256 of the report's text.", pattern=r"^[0-9a-f]{64}$", examples=["0" * 64])
]
Name = Annotated[
    str,
    Path(description="An id, or the beginning of what follows its colon.", pattern=r"^[\w:.+/-]{1,120}$",
         examples=["contact:0123456789abcdef"]),
]  # fmt: skip
_CODE = 3


class _Asked(BaseModel):
    model_config = ConfigDict(extra="forbid", populate_by_name=True)


class Listed(_Asked):
    """How much of a list, and from where on."""

    limit: int = Field(50, ge=1, le=200, description="How many items at most.")
    cursor: str | None = Field(None, max_length=500, description="`next` of the page before.")


class Labelled(_Asked):
    """In which language sentences are written."""

    labels: str | None = Field(None, max_length=10, description="Language of titles, ISO 639-1.", examples=["it"])

    def told_in(self) -> str:
        """The language of labels. Raises `InputError` for one that has none."""
        known = chronicle_languages()
        if self.labels is not None and self.labels not in known:
            raise InputError(f"labels '{self.labels}': expected one of {', '.join(known)}")
        return self.labels or known[0]


class Narrowed(_Asked):
    """Filters; values of one field are alternatives."""

    start: Edtf | None = Field(None, alias="from", description="What may lie on or after this date (EDTF).")
    end: Edtf | None = Field(None, alias="to", description="What may lie on or before this date (EDTF).")
    actor: Words = Field([], description="Who takes part: ids, of entries also names.", examples=[["RUS"]])
    kind: Annotated[list[Kind], Field(max_length=5)] = Field([], description="Kind of record.", examples=[["contact"]])
    type: Words = Field([], description="Channel, type of position, posture, event.", examples=[["call"]])
    place: Words = Field([], description="A place, or a country's ISO 3166-1 code.", examples=[["CHE"]])
    outlet: Words = Field([], description="Told by this outlet.")
    language: Words = Field([], description="Told in this language, ISO 639-1.", examples=[["it"]])
    certainty: float = Field(0.0, ge=0, le=1, description="Least confidence.")

    def query(self) -> Query:
        """The query that is meant. Raises `InputError` for what is no date."""
        countries = tuple(place for place in self.place if len(place) == _CODE and place.isupper())
        return Query(
            start=_bound(self.start, 0), end=_bound(self.end, 1), actors=tuple(self.actor), kinds=tuple(self.kind),
            types=tuple(self.type), countries=countries, places=tuple(p for p in self.place if p not in countries),
            outlets=tuple(self.outlet), languages=tuple(self.language), confidence=self.certainty,
        )  # fmt: skip


class NarrowedEntries(Narrowed, Labelled):
    """Filters over entries."""

    together: Words = Field([], alias="with", description="Who takes part as well: ids or names.", examples=[["UKR"]])
    status: Words = Field([], description="Of commitments and appointments.", examples=[["open"]])

    def query(self) -> Query:
        """The query that is meant."""
        from msgspec.structs import replace

        return replace(super().query(), statuses=tuple(self.status))


class NarrowedList(Narrowed, Listed):
    """Filters over a list, and how much of it."""


class NarrowedEntryList(NarrowedEntries, Listed):
    """Filters over entries, and how much of them."""


class Searched(NarrowedList):
    """Words to look for."""

    q: str = Field(
        ..., min_length=1, max_length=500, examples=['"red line" sanction*'],
        description='Words that must all be there; `"in a row"`; beginnings `sanction*`.',
    )  # fmt: skip


class NamedActors(Listed, Labelled):
    """Who is looked for."""

    name: Word | None = Field(None, description="Whose name holds these words.", examples=["Alba"])


def _bound(date: str | None, side: int) -> str | None:
    if date is None:
        return None
    try:
        start, end, _ = parse_edtf(date)
    except ValueError as error:
        raise InputError(str(error)) from error
    return (start, end)[side]
