"""Stub until its helper's version is here."""

from collections.abc import Sequence

from cronistoria.compose.context import Context
from cronistoria.model.mention import DeploymentMention
from cronistoria.model.record import Deployment


def compose_deployments(mentions: Sequence[DeploymentMention], context: Context) -> list[Deployment]:
    """Nothing yet."""
    return []
