"""What is said where there is no page, or where something could not be done."""

from starlette.responses import Response

from cronistoria.web.rendering import render
from cronistoria.web.visit import Visit


def not_found(visit: Visit) -> Response:
    """There is no such page."""
    return render(visit, "message.html", status=404, heading="not_found", note=visit.labels.words["not_found_note"])


def refused(visit: Visit, reason: str, status: int = 400) -> Response:
    """Something could not be done, and why."""
    return render(visit, "message.html", status=status, heading="bad_request", note=reason)
