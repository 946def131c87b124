"""How well `tokenise` finds the words of the treebanks in their raw text: no model needed.

    python -m models.tokens --corpora ../shared/corpora [--part dev] [--show 20]

A word counts if its characters and its form (in lower case) are right; words of a contraction share its characters.
"""

import argparse
from collections import Counter
from pathlib import Path

from cronistoria.languages.tables import available_languages
from cronistoria.languages.words import load_words
from cronistoria.parse.tokenise import tokenise
from models.treebank import blocks

Key = tuple[int, int, int, str]


def gold_keys(block: list[str]) -> tuple[str, list[Key]]:
    """The text of a sentence, and its words as (start, end, place among words of the same characters, form)."""
    text = next(line.removeprefix("# text = ") for line in block if line.startswith("# text = "))
    rows = [line.split("\t") for line in block if line[0] != "#"]
    rows = [row for row in rows if "." not in row[0]]
    keys: list[Key] = []
    at = end = 0
    while at < len(rows):
        first, _, last = rows[at][0].partition("-")
        words = rows[at + 1 : at + 2 + int(last) - int(first)] if last else [rows[at]]
        start = text.index(rows[at][1], end)
        end = start + len(rows[at][1])
        keys.extend(_keys(start, rows[at][1], [row[1] for row in words]))
        at += len(words) + bool(last)
    return text, keys


def _keys(start: int, surface: str, forms: list[str]) -> list[Key]:
    if "".join(forms).lower() != surface.lower():
        return [(start, start + len(surface), i, form.lower()) for i, form in enumerate(forms)]
    ends = [start + sum(map(len, forms[: i + 1])) for i in range(len(forms))]
    return [(end - len(form), end, 0, form.lower()) for form, end in zip(forms, ends, strict=True)]


def found_keys(text: str, language: str) -> list[Key]:
    keys: list[Key] = []
    for word in tokenise(text, load_words(language)):
        place = keys[-1][2] + 1 if keys and keys[-1][:2] == (word.start, word.end) else 0
        keys.append((word.start, word.end, place, word.form.lower()))
    return keys


def evaluate_words(path: Path, language: str) -> tuple[float, Counter[str]]:
    """F1, and the words that were not found."""
    both = total = 0
    missed: Counter[str] = Counter()
    for block in blocks(path):
        text, keys = gold_keys(block)
        gold, found = Counter(keys), Counter(found_keys(text, language))
        both += (gold & found).total()
        total += gold.total() + found.total()
        missed.update(key[3] for key in (gold - found).elements())
    return 2 * both / total, missed


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--part", default="dev", choices=["dev", "train"])
    parser.add_argument("--show", type=int, default=0, help="so many of the words that were not found")
    options = parser.parse_args()
    for language in available_languages("words"):
        path = options.corpora / "ud" / language / f"{options.part}.conllu"
        score, missed = evaluate_words(path, language)
        print(f"{language} {100 * score:.2f}", *(f"{form}:{n}" for form, n in missed.most_common(options.show)))


if __name__ == "__main__":
    main()
