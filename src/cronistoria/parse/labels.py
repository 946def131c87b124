"""What the heads of the network can say: parts of speech with features, lemma scripts, relations, entity tags.

Parts of speech and features are scored one by one, and chosen together: the tag of a word is the best sum among the
combinations that a language has.
"""

from collections.abc import Iterator

import msgspec

ENTITIES = ("O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC", "B-MISC", "I-MISC")
UPOS = "UPOS"


class Labels(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Label sets in the order of the network's outputs.

    ``categories``: first `UPOS`, then each feature, with its values (``""`` is absence). ``scripts``: lemma scripts.
    ``relations``: dependency relations, ``root`` among them. ``tags``: for each language its combinations, written as
    ``NOUN|Gender=Fem|Number=Sing``. ``allowed``: for each language the relations it has. ``lexicon``: for each language
    the lemma of ``form|UPOS`` where the treebanks agree on it.
    """

    categories: tuple[tuple[str, tuple[str, ...]], ...]
    scripts: tuple[str, ...]
    relations: tuple[str, ...]
    tags: dict[str, tuple[str, ...]]
    allowed: dict[str, tuple[str, ...]]
    lexicon: dict[str, dict[str, str]]

    @property
    def width(self) -> int:
        """Outputs of the tagging head."""
        return sum(len(values) for _, values in self.categories)

    def columns(self) -> Iterator[tuple[str, int, tuple[str, ...]]]:
        """Each category with the first of its columns and its values."""
        start = 0
        for name, values in self.categories:
            yield name, start, values
            start += len(values)


def split_tag(tag: str) -> dict[str, str]:
    """``NOUN|Gender=Fem`` as ``{"UPOS": "NOUN", "Gender": "Fem"}``."""
    upos, *feats = tag.split("|")
    return {UPOS: upos} | dict(feat.split("=", 1) for feat in feats if feat)
