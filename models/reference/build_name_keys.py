"""Makes ``src/cronistoria/reference/name_keys.csv``: the keys of all names of office-holders and of their aliases.

    python models/reference/build_name_keys.py

Run it after any change to ``officeholders.csv``, ``officeholders_extra.csv``, ``aliases.csv`` or the rules of
``names.py``.
"""

import csv
from pathlib import Path

from cronistoria.reference.names import fold, split_name
from cronistoria.reference.tables import read_rows

FOLDER = Path("src/cronistoria/reference")


def keys_by_name() -> dict[str, list[str]]:
    """Each name with its keys, the name's own first."""
    spellings: dict[str, list[str]] = {}
    for table in ("officeholders.csv", "officeholders_extra.csv"):
        for row in read_rows(table):
            spellings.setdefault(row[1], [row[1]])
    for name, alias in read_rows("aliases.csv"):
        spellings[name].append(alias)
    return {
        name: list(dict.fromkeys(_key(spelling) for spelling in found)) for name, found in sorted(spellings.items())
    }


def _key(name: str) -> str:
    return " ".join(fold(word) for word in split_name(name.partition(",")[0].split()))


def main() -> None:
    """Writes the table."""
    with (FOLDER / "name_keys.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("name", "keys"))
        writer.writerows((name, "|".join(keys)) for name, keys in keys_by_name().items())


if __name__ == "__main__":
    main()
