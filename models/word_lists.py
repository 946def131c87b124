"""Step 2, word lists: simplemma's lists of forms and lemmas (MIT), packed for the model file.

    python -m models.word_lists --work models/work

They tell an invented lemma from a word (``parse/word_list.py``). What is left out: forms of fewer than three letters or
with anything but letters, and lemmas whose edit is rare over all lists.
"""

import argparse
from collections import Counter
from pathlib import Path

import msgspec

from cronistoria.parse.labels import Labels
from cronistoria.parse.lemma import lemma_script
from cronistoria.parse.word_list import pack

LEAST_LETTERS = 3
LEAST_EDIT = 3


def listed(language: str) -> dict[str, str]:
    """Forms with their lemmas; empty where simplemma has no list."""
    from simplemma.strategies.dictionaries.dictionary_factory import SUPPORTED_LANGUAGES, DefaultDictionaryFactory

    if language not in SUPPORTED_LANGUAGES:
        return {}
    words = DefaultDictionaryFactory().get_dictionary(language)
    return {form: words[form] for form in words if len(form) >= LEAST_LETTERS and form.isalpha()}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--work", type=Path, required=True)
    options = parser.parse_args()
    labels = msgspec.json.decode((options.work / "labels.json").read_bytes(), type=Labels)
    lists = {language: listed(language) for language in labels.tags}
    seen = Counter(lemma_script(form, lemma) for words in lists.values() for form, lemma in words.items())
    edits = tuple(script for script, count in seen.most_common(0xFFFF - 1) if count >= LEAST_EDIT)
    numbers = {script: i for i, script in enumerate(edits)}
    packed = {language: pack(words, numbers) for language, words in lists.items()}
    (options.work / "edits.json").write_bytes(msgspec.json.encode(edits))
    (options.work / "lists.msgpack").write_bytes(msgspec.msgpack.encode(packed))
    print(f"{len(edits)} edits, forms and bytes", {k: (len(lists[k]), len(v)) for k, v in packed.items()})


if __name__ == "__main__":
    main()
