"""Every error that a caller can act on, under one root.

```text
CronistoriaError
├── InputError          a file, a text or an argument that cannot be read as a report
│   └── LanguageError   a language that is not known or not complete for the task
├── DataError           language data, reference data or an actors file that breaks its own rules
├── ModelError          the analysis model is missing, damaged or of another version
├── StoreError          a chronicle that is missing, cannot be reached, or is something else
└── BusyError           more is asked for at once than can be done; later it may be
```

Each message names the file or field, the place, the value and what was expected.
"""

import errno
import os

_REFUSALS = frozenset((
    errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EACCES, errno.EPERM, errno.EIO, errno.EMFILE, errno.ENFILE,
))  # fmt: skip


def refusal_of(error: OSError) -> str | None:
    """What the machine refuses, in words (a full disk, missing rights); ``None`` for errors of other kinds."""
    if error.errno not in _REFUSALS:
        return None
    reason = os.strerror(error.errno).lower()
    return f"{error.filename}: {reason}" if error.filename else reason


class CronistoriaError(Exception):
    """Root of all errors raised on purpose."""


class InputError(CronistoriaError):
    """Input that cannot be read as a report."""


class LanguageError(InputError):
    """A language that is not known, or not complete for the task."""


class DataError(CronistoriaError):
    """Language data, reference data or an actors file that breaks its own rules."""


class ModelError(CronistoriaError):
    """The analysis model is missing, damaged or of another version."""


class StoreError(CronistoriaError):
    """A chronicle that is missing, cannot be reached, or is something else."""


class BusyError(CronistoriaError):
    """More is asked for at once than can be done; ``retry_after`` is in seconds."""

    def __init__(self, message: str, retry_after: int) -> None:
        super().__init__(message)
        self.retry_after = retry_after
