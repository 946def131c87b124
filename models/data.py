"""Where the training data lies, and the configuration file that names it."""

import tomllib
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import Any

from models.treebank import Contractions, Sample, learn_contractions, read_entities, read_tokens, read_trees

Config = dict[str, Any]


def load_config(path: Path) -> Config:
    return tomllib.loads(path.read_text(encoding="utf-8"))


class Corpora:
    """The corpora folder (its README says what is what), read as the configuration says."""

    def __init__(self, root: Path, config: Config) -> None:
        self.root, self.config = root, config
        self.languages: tuple[str, ...] = tuple(config["trees"])

    @cached_property
    def contractions(self) -> dict[str, Contractions]:
        return learn_contractions({language: self._treebank(language, "train") for language in self.languages})

    def trees(self, language: str, part: str = "train") -> list[Sample]:
        return read_trees(self._treebank(language, part), language)

    def entities(self, source: dict[str, Any], part: str = "train") -> list[Sample]:
        language = source["language"]
        path = self.root / source[part]
        read = read_tokens if path.suffix == ".jsonl" else read_entities
        samples = read(path, language, source["complete"], self.contractions[language])
        return samples if source["labels"] else [replace(sample, entities=[]) for sample in samples]

    def _treebank(self, language: str, part: str) -> Path:
        return self.root / "ud" / language / f"{part}.conllu"
