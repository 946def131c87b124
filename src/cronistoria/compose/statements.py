"""Stub until its helper's version is here."""

from collections.abc import Sequence

from cronistoria.compose.context import Context
from cronistoria.model.mention import QuoteMention
from cronistoria.model.record import Statement


def compose_statements(mentions: Sequence[QuoteMention], context: Context) -> list[Statement]:
    """Nothing yet."""
    return []
