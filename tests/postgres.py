"""A PostgreSQL server of our own: in a temporary folder, behind a socket there, run by somebody without rights."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_USUAL = Path("/usr/lib/postgresql")
_UNPRIVILEGED = ("postgres", "nobody")


def programs() -> Path | None:
    """The folder of the newest server's programs, ``None`` if none is installed."""
    found = [path.parent for path in _USUAL.glob("*/bin/initdb")]
    if found:
        return max(found, key=lambda folder: int(folder.parent.name))
    elsewhere = shutil.which("initdb")
    return Path(elsewhere).parent if elsewhere else None


@contextmanager
def server(folder: Path) -> Iterator[str]:
    """Runs a server; gives the address of its databases with ``{}`` for the name of one."""
    binaries = programs()
    assert binaries is not None
    with tempfile.TemporaryDirectory(prefix="pg", dir=folder) as place:
        data, user = Path(place, "data"), _user()
        if user is not None:
            shutil.chown(place, user)
        _run(user, binaries / "initdb", "--pgdata", data, "--username", "test", "--auth", "trust", "--no-sync")
        options = f"-c listen_addresses='' -c unix_socket_directories='{place}' -c fsync=off"
        log = Path(place, "log")
        _run(user, binaries / "pg_ctl", "start", "--wait", "--pgdata", data, "--log", log, "--options", options)
        try:
            yield f"postgresql://test@/{{}}?host={place}"
        finally:
            _run(user, binaries / "pg_ctl", "stop", "--mode", "immediate", "--pgdata", data)


def _user() -> str | None:
    """Whom to be: the server refuses to run as root."""
    import pwd

    if os.getuid() != 0:
        return None
    known = {entry.pw_name for entry in pwd.getpwall()}
    return next(user for user in _UNPRIVILEGED if user in known)


def _run(user: str | None, *command: object) -> None:
    subprocess.run(
        [str(part) for part in command], check=True, user=user, group=None, cwd="/", stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
    )  # fmt: skip
