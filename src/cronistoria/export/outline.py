"""A report as a reader wants it told: head, sections, groups, items, each item tied to its words.

The outline is what the formats for eyes share; they differ only in how they draw it. Everything in it is already in
the reader's language.
"""

import msgspec

from cronistoria.model.span import Span


class Fact(msgspec.Struct, frozen=True):
    """Something an item says, with its name ("durata") if it needs one."""

    label: str | None
    text: str


class Evidence(msgspec.Struct, frozen=True):
    """Words of the report and where they stand; ``more``: other places that tell the same."""

    words: str
    span: Span
    place: str
    more: tuple[str, ...] = ()

    @property
    def places(self) -> str:
        """All places, each as line and column from 1."""
        return ", ".join((self.place, *self.more))


class Item(msgspec.Struct, frozen=True, kw_only=True):
    """One record: its headline, what it says, the words it rests on, and how it was found if that was asked for."""

    title: str
    marks: tuple[str, ...] = ()
    facts: tuple[Fact, ...] = ()
    evidence: Evidence | None = None
    shows_words: bool = True
    explanation: tuple[str, ...] = ()


class Group(msgspec.Struct, frozen=True):
    """Items under a heading of their own, or under none."""

    title: str | None
    items: tuple[Item, ...]


class Section(msgspec.Struct, frozen=True):
    """A part of the report that holds at least one item."""

    title: str
    groups: tuple[Group, ...]


class Outline(msgspec.Struct, frozen=True):
    """The whole: title, facts about the report, sections, and what to say if there are none."""

    title: str
    facts: tuple[Fact, ...]
    sections: tuple[Section, ...]
    note: str
