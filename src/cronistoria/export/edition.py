"""What an exporter is given: a chronicle, or a part of it, as it stands on a day and told in one language.

An edition is asked, never held: its iterators may be asked for again, come in time order, and need not fit in memory.
Whoever shows a chronicle makes one (`cronistoria.view.edition`).
"""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Protocol

import msgspec

from cronistoria.export.phrases import Speaker
from cronistoria.languages.chronicle import ChronicleLabels
from cronistoria.model.actor import Actor
from cronistoria.model.entry import Entry
from cronistoria.model.source import Source, Telling


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """An entry, settled and with its title, and its tellings in order of publication.

    ``commitment``: it stands in the ledger; ``appointment``: it stands in the agenda.
    """

    entry: Entry
    tellings: tuple[Telling, ...]
    commitment: bool = False
    appointment: bool = False


def is_followed(told: Told) -> bool:
    """Whether an entry stands in the ledger or in the agenda."""
    return told.commitment or told.appointment


class Edition(Protocol):
    """What there is, and how it is said."""

    @property
    def now(self) -> date:
        """The day that statuses are judged by."""

    @property
    def issued(self) -> date:
        """The day of the latest report, not before 1980, when archives begin: it stands for the clock."""

    @property
    def actors(self) -> Mapping[str, Actor]:
        """By id, everybody whom the records name."""

    @property
    def speaker(self) -> Speaker:
        """What says names, dates and numbers."""

    @property
    def words(self) -> ChronicleLabels:
        """The labels of entries."""

    def entries(self) -> Iterator[Told]:
        """In time order, undated ones where they were first told."""

    def followed(self) -> Iterator[Told]:
        """Those of the entries that stand in the ledger or in the agenda: far fewer, found without the others."""

    def reports(self) -> Iterator[Source]:
        """The reports behind the entries, by date of publication."""

    def when(self, entry: Entry) -> str:
        """The date in words; of an undated entry that of its first report, said as such."""

    def status(self, entry: Entry) -> str:
        """The status in words; empty where there is none."""

    def reason(self, entry: Entry) -> str:
        """Why it has its status; empty where it has none."""

    def disagreements(self, entry: Entry) -> tuple[str, ...]:
        """Each field that the reports disagree on, with its values and who says each."""

    def outlet(self, source: Source) -> str:
        """What a report is called."""
