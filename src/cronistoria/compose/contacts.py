"""Stub until its helper's version is here."""

from collections.abc import Sequence

from cronistoria.compose.context import Context
from cronistoria.model.mention import ContactMention
from cronistoria.model.record import Contact


def compose_contacts(mentions: Sequence[ContactMention], context: Context) -> list[Contact]:
    """Nothing yet."""
    return []
