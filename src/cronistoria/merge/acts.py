"""What PLOVER events fulfil or break a commitment about a subject: sanctions are threatened, then imposed.

Keys are those of ``languages/*/subjects.toml`` with "=" before them; values are PLOVER events, some with their mode.
"""

from collections.abc import Iterable

from cronistoria.model.record import Plover

_STRIKES = frozenset(("ASSAULT",))

FULFILLING: dict[str, frozenset[str]] = {
    "=sanctions": frozenset(("SANCTION",)),
    "=embargo": frozenset(("SANCTION",)),
    "=rupture": frozenset(("SANCTION",)),
    "=invasion": _STRIKES,
    "=attack": _STRIKES,
    "=missiles": _STRIKES,
    "=retaliation": frozenset(("ASSAULT", "SANCTION", "COERCE")),
    "=consequences": frozenset(("ASSAULT", "SANCTION", "COERCE")),
    "=response": frozenset(("ASSAULT", "SANCTION", "COERCE", "MOBILIZE")),
    "=withdrawal": frozenset(("RETREAT", "deployment/withdrawn")),
    "=ceasefire": frozenset(("RETREAT/ceasefire", "AGREE/ceasefire")),
    "=release": frozenset(("RETREAT/release",)),
    "=exchange": frozenset(("RETREAT/release",)),
    "=resignation": frozenset(("CONCEDE/resign",)),
    "=reforms": frozenset(("CONCEDE",)),
    "=election": frozenset(("CONCEDE",)),
    "=corridor": frozenset(("RETREAT/access",)),
    "=inspectors": frozenset(("RETREAT/access",)),
    "=aid": frozenset(("AID",)),
    "=funds": frozenset(("AID",)),
    "=weapons": frozenset(("AID",)),
    "=provide": frozenset(("AID",)),
    "=mobilisation": frozenset(("MOBILIZE",)),
    "=deployment": frozenset(("MOBILIZE", "deployment/deployed", "deployment/massed", "deployment/moved")),
    "=agreement": frozenset(("AGREE", "COOPERATE")),
    "=treaty": frozenset(("AGREE", "COOPERATE")),
    "=blockade": frozenset(("COERCE",)),
}
BREAKING: dict[str, frozenset[str]] = {
    "=ceasefire": _STRIKES,
    "=peace": _STRIKES,
    "=deescalation": _STRIKES,
    "=restraint": _STRIKES,
    "=withdrawal": frozenset(("deployment/massed", "deployment/deployed", "deployment/attacking")),
}

# what a side says it will not do, or does not mean to do, and the deeds that belie it
FORSWORN: dict[str, frozenset[str]] = {"=invasion": _STRIKES, "=attack": _STRIKES}
INTENTION = "=intention"


def acts_of(type_: str | None, plover: Plover | None, strand: str) -> frozenset[str]:
    """The names under which an event or a deployment stands in the tables."""
    if strand == "deployment":
        return frozenset((f"deployment/{type_}",))
    if plover is None:
        return frozenset()
    return frozenset((plover.event, f"{plover.event}/{plover.mode}"))


def deciding_acts(content: Iterable[str], *, bound: bool) -> frozenset[str]:
    """The deeds that fulfil, break or belie a position of such content; ``bound``: it is a commitment."""
    tables = (FULFILLING, BREAKING) if bound else (FORSWORN,)
    none: frozenset[str] = frozenset()
    return none.union(*(table.get(subject, none) for table in tables for subject in content))
