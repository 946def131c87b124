"""Files that pages load, served as they lie in the package; their addresses change with their content."""

import hashlib
from functools import cache
from importlib import resources
from mimetypes import guess_type

from starlette.responses import Response

from cronistoria.export.rendering import report_style

_FOLDER = "static"
_FOREVER = "public, max-age=31536000, immutable"


@cache
def asset(name: str) -> str:
    """The address of a file."""
    return f"/assets/{name}?{hashlib.sha256(_files()[name]).hexdigest()[:12]}"


def asset_file(name: str, version: str) -> Response:
    """A file of the folder, and nothing else; kept for good where it was asked for by its version."""
    data = _files().get(name)
    if data is None:
        return Response(status_code=404)
    caching = _FOREVER if asset(name).endswith(f"?{version}") else "no-cache"
    return Response(data, media_type=guess_type(name)[0], headers={"cache-control": caching})


@cache
def _files() -> dict[str, bytes]:
    files = resources.files("cronistoria.web").joinpath(_FOLDER).iterdir()
    return {file.name: file.read_bytes() for file in (*files, report_style()) if file.is_file()}
