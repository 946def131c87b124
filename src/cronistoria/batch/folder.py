"""Where a batch is kept: results beside ``manifest.json`` once it is finished, until then what is done in ``.work``.

```text
DIR/manifest.json, documents/month=2022-03/part-00000.parquet, records/…, actors/…, dates/…, problems/…
DIR/.work/plan.json, gathered/00000.arrow, read/00000/records.parquet, laid/records/2022-03.json
```
"""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Self

import msgspec

from cronistoria.batch.files import FileNote, read_note, write_note
from cronistoria.errors import StoreError
from cronistoria.ingest.document import Given
from cronistoria.model.report import ProducedBy


class Plan(msgspec.Struct, frozen=True, kw_only=True):
    """All that the result depends on; ``actors`` is the digest of a user's own actors, ``columns`` as in `Intake`."""

    inputs: tuple[str, ...]
    given: Given
    columns: dict[str, str]
    size_limit: int
    shard_size: int
    parser: str
    threads: int
    actors: str | None
    version: str
    languages: str


class Manifest(msgspec.Struct, frozen=True, kw_only=True):
    """What a finished batch holds. ``duplicates``: inputs whose text an earlier one had; ``refused``: no
    reports; ``failed``: unreadable.

    Equal inputs, options and versions give an equal manifest, whatever did the work.
    """

    schema: str = "cronistoria.batch/1"
    produced_by: ProducedBy | None
    given: Given
    actors: str | None
    counts: dict[str, int]
    files: tuple[FileNote, ...]


class Folder:
    """A batch's folder."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.work = root / ".work"

    @classmethod
    def begin(cls, root: Path, plan: Plan, *, resume: bool) -> Self:
        """The folder of a new batch, or with ``resume`` of one that was broken off, or finished.

        Raises `StoreError` where the folder holds something else.
        """
        folder = cls(root)
        if (begun := read_note(folder.work / "plan.json", Plan)) is not None:
            if not resume and folder.manifest is None:
                raise StoreError(f"{root}: an unfinished batch; go on with --resume, or choose another folder")
            _compare(root, begun, plan)
        if folder.manifest is not None:
            if not resume:
                raise StoreError(f"{root}: a finished batch; choose another folder")
        elif begun is None:
            if root.exists() and (not root.is_dir() or any(path != folder.work for path in root.iterdir())):
                raise StoreError(f"{root}: is not an empty folder, and no batch either; choose another folder")
            write_note(folder.work / "plan.json", plan)
        return folder

    @property
    def manifest(self) -> Manifest | None:
        """What the finished batch holds."""
        found: Manifest | None = read_note(self.root / "manifest.json", Manifest)
        return found

    def finish(self, manifest: Manifest) -> None:
        """Declares the batch finished."""
        write_note(self.root / "manifest.json", manifest)
        self.clear()

    def clear(self) -> None:
        """Takes away what only an unfinished batch needs."""
        shutil.rmtree(self.work, ignore_errors=True)


@contextmanager
def alone_in(work: Path) -> Iterator[None]:
    """Keeps other programs from the folder of work, as long as this one lives and is in the block.

    Raises `StoreError` if another is at work there. Where the file system knows no locks nobody is kept out.
    """
    from filelock import FileLock, Timeout

    work.mkdir(parents=True, exist_ok=True)
    lock = FileLock(work / "driver.lock", blocking=False)
    try:
        lock.acquire()
    except Timeout as error:
        raise StoreError(f"{work.parent}: another program is at work on it; wait for its end, or end it") from error
    except NotImplementedError:
        yield
        return
    with lock:
        yield


def finished_manifest(root: Path) -> Manifest:
    """What a finished batch holds. Raises `StoreError` if it is none, or not finished."""
    folder = Folder(root)
    if folder.manifest is None:
        what = "an unfinished batch" if (folder.work / "plan.json").exists() else "no batch"
        raise StoreError(f"{root}: {what}; expected a folder that `cronistoria batch` has finished")
    return folder.manifest


def _compare(root: Path, begun: Plan, plan: Plan) -> None:
    for field in plan.__struct_fields__:
        old, new = getattr(begun, field), getattr(plan, field)
        if old != new:
            name = field.replace("_", "-")
            raise StoreError(f"{root}: was begun with another {name} ({_shown(old)}, now {_shown(new)})")


def _shown(value: object) -> str:
    shown = msgspec.json.encode(value).decode()
    return shown if len(shown) <= 80 else shown[:79] + "…"
