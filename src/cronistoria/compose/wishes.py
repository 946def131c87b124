"""What is only wanted, offered or threatened is not told as done.

"The minister demanded that they withdraw the ships" tells of a demand; the withdrawal in it is an idea.
"""

from collections.abc import Iterable, Sequence

import msgspec

from cronistoria.model.record import Deployment, Position, PositionType

WANTING: frozenset[PositionType] = frozenset(
    ("demand", "request", "offer", "promise", "threat", "warning", "precondition", "refusal")
)


def mark_wishes(deployments: Iterable[Deployment], positions: Sequence[Position]) -> list[Deployment]:
    """Deployments, those within the content of such a position as conditional."""
    contents = [position.content for position in positions if position.type in WANTING]
    return [
        msgspec.structs.replace(record, modality="conditional")
        if record.modality in ("asserted", "hearsay") and any(c.contains(record.trigger) for c in contents)
        else record
        for record in deployments
    ]
