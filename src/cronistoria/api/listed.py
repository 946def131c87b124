"""All types that the interface answers with; their schemas stand in its specification."""

from cronistoria.api.answers import Page
from cronistoria.api.exports import ExportFormat
from cronistoria.api.people import ActorCount, Portrait
from cronistoria.api.search import Found
from cronistoria.api.telling import EntryDetail
from cronistoria.model.entry import Entry
from cronistoria.model.holdings import FileProblem, Totals
from cronistoria.model.judgement import Decision
from cronistoria.model.report import Report
from cronistoria.model.source import Source, Telling
from cronistoria.view.sides import Accounts

LISTED = (
    Report, Telling, EntryDetail, Accounts, Portrait, Decision, Totals, Page[Source], Page[Telling], Page[Entry],
    Page[Accounts], Page[ActorCount], Page[Decision], Page[FileProblem], Page[Found], Page[ExportFormat],
)  # fmt: skip
