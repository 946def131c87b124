"""Stub until its helper's version is here."""

from collections.abc import Sequence

from cronistoria.compose.context import Context
from cronistoria.model.mention import EventMention
from cronistoria.model.record import Event


def compose_events(mentions: Sequence[EventMention], context: Context) -> list[Event]:
    """Nothing yet."""
    return []
