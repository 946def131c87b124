"""Pinned floors: the least that the evaluation may measure, and what they were measured on.

``floors.json`` holds the floors, the digest of all reports and gold, the reasons of every lowering, and a seal over all
of it, so that a floor lowered by hand is seen. Figures come in, complaints or new floors go out.
"""

import hashlib
import math
from pathlib import Path

import msgspec

# a processor that rounds otherwise may turn a decision; one item of a small row is about so much
MARGIN = 0.03
FILE = "floors.json"


class FloorsError(Exception):
    """There are no floors, or they are not what was written."""


class Floors(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """``floors.json``: see the module."""

    digest: str
    floors: dict[str, float]
    lowered: tuple[str, ...] = ()
    seal: str = ""

    def sealed(self) -> "Floors":
        """The same with the seal that belongs to it."""
        parts = msgspec.json.encode([self.digest, sorted(self.floors.items()), self.lowered])
        return msgspec.structs.replace(self, seal=hashlib.sha256(parts).hexdigest())


def digest(folder: Path) -> str:
    """SHA-256 over the names and bytes of all reports and gold."""
    whole = hashlib.sha256()
    for path in sorted([*(folder / "reports").glob("*.txt"), *(folder / "gold").glob("*.yaml")]):
        for part in (path.name.encode(), path.read_bytes()):
            whole.update(len(part).to_bytes(8, "big") + part)
    return whole.hexdigest()


def read_floors(path: Path) -> Floors:
    """The floors of a file. Raises `FloorsError` naming the file and what to do."""
    if not path.is_file():
        raise FloorsError(f"there is no {path}: measure and write it with --update")
    try:
        floors = msgspec.json.decode(path.read_bytes(), type=Floors)
    except msgspec.DecodeError as error:
        raise FloorsError(f"{path}: {error}: restore it, or write it anew with --lower and why") from error
    if floors != floors.sealed():
        raise FloorsError(f"{path} was changed by hand: restore it, or write it anew with --lower and why")
    return floors


def write_floors(path: Path, floors: Floors) -> None:
    """Seals and writes."""
    path.write_bytes(msgspec.json.format(msgspec.json.encode(floors.sealed(), order="sorted"), indent=1) + b"\n")


def complaints(measured: dict[str, float], pinned: Floors) -> list[str]:
    """The figures under their floor or not measured at all; nothing if all hold."""
    said = []
    for name, floor in pinned.floors.items():
        value = measured.get(name)
        if value is None:
            said.append(f"{name}: nothing measured, floor {floor:.3f}")
        elif value < floor:
            said.append(f"{name}: {value:.3f} is under the floor {floor:.3f}")
    return said


def raised(measured: dict[str, float], pinned: Floors, found_digest: str) -> Floors:
    """Floors at what is measured less the margin, none of them lower than before."""
    floors = {name: max(floor, pinned.floors.get(name, 0.0)) for name, floor in anew(measured).items()}
    return Floors(digest=found_digest, floors=floors, lowered=pinned.lowered)


def anew(measured: dict[str, float]) -> dict[str, float]:
    """What is measured, less the margin."""
    return {name: max(math.floor((value - MARGIN) * 1000) / 1000, 0.0) for name, value in measured.items()}
