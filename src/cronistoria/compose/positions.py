"""Stub until its helper's version is here."""

from collections.abc import Sequence

from cronistoria.compose.context import Context
from cronistoria.model.mention import PositionMention
from cronistoria.model.record import Position, Statement


def compose_positions(mentions: Sequence[PositionMention], context: Context, statements: Sequence[Statement]) -> list[Position]:
    """Nothing yet."""
    return []
