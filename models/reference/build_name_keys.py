"""Makes ``src/cronistoria/reference/name_keys.tsv``: the keys of all names of office-holders and of their aliases.

    python models/reference/build_name_keys.py

Run it after any change to ``officeholders.csv``, ``officeholders_extra.csv``, ``aliases.csv`` or the rules of
``names.py``.
"""

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


def lines() -> list[str]:
    """The lines of the table: each key by its last and its first word, in the order of code points."""
    found = set()
    for name, keys in keys_by_name().items():
        for key in keys:
            words = key.split(" ")
            found |= {f"{words[-1]}\t{key}\t{name}", f"{words[0]}\t{key}\t{name}"}
    return sorted(found)


def main() -> None:
    """Writes the table."""
    (FOLDER / "name_keys.tsv").write_text("\n".join(lines()) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
