"""What is said where there is no page, or where something could not be done."""

from starlette.responses import Response

from cronistoria.web.rendering import render
from cronistoria.web.visit import Visit

LONGEST = 100_000
_SAID = {
    405: "error_405", 408: "error_408", 413: "error_413", 422: "error_422", 429: "error_429", 503: "error_503",
}  # fmt: skip


def not_found(visit: Visit) -> Response:
    """There is no such page."""
    return render(visit, "message.html", status=404, heading="not_found", note=visit.labels.words["not_found_note"])


def failed(visit: Visit, status: int, retry_after: str | None = None) -> Response:
    """Something went wrong before any page was made."""
    words = visit.labels.words
    wait = "" if retry_after is None else words["error_wait"].format(seconds=retry_after)
    said = words[_SAID.get(status, "error")].format(count=visit.number(LONGEST))
    return render(visit, "message.html", status=status, heading="bad_request", note=f"{said} {wait}".strip())


def refused(visit: Visit, reason: str, status: int = 400) -> Response:
    """Something could not be done, and why."""
    return render(visit, "message.html", status=status, heading="bad_request", note=reason)
