"""Step 1, prepare: label sets from the treebanks, the vocabulary cut to the languages, encoder and corpora packed.

    python -m models.prepare --corpora ../shared/corpora --out models/work

What it writes (``labels.json``, ``vocabulary.json``, ``table.npy``, ``start.npz``, ``corpora.npz``; 40 MB) is all that
training reads: it can go to another machine without the corpora.
"""

import argparse
from collections import Counter
from pathlib import Path

import msgspec
import numpy as np

from cronistoria.parse.labels import UPOS, Labels, split_tag
from cronistoria.parse.lemma import lemma_script
from cronistoria.parse.pieces import SPACE, Pieces, Vocabulary
from models.data import Corpora, load_config
from models.packed import Packed, Packer
from models.source import Source, load_source, source_path
from models.treebank import Sample

_LATIN_CYRILLIC = ((0x20, 0x250), (0x400, 0x460), (0x490, 0x492), (0x2000, 0x2070), (0x20A0, 0x20C0), (0x2100, 0x2150))


def make_labels(samples: list[Sample], config: dict[str, int]) -> Labels:
    tags = Counter((s.language, tag) for s in samples for tag in s.tags)
    relations = Counter((s.language, name) for s in samples for name in s.relations)
    scripts = Counter(lemma_script(f, lem) for s in samples for f, lem in zip(s.forms, s.lemmas, strict=True))
    languages = sorted({s.language for s in samples})
    known = sorted({name for (_, name), n in relations.items() if n >= config["least_relation"]})
    return Labels(
        categories=_categories(tags, config["least_feature"]),
        scripts=tuple(name for name, n in scripts.most_common() if n >= config["least_script"]),
        relations=tuple(known),
        tags={k: tuple(sorted(t for (lang, t), _ in tags.items() if lang == k)) for k in languages},
        allowed={k: tuple(sorted(n for lang, n in relations if lang == k and n in known)) for k in languages},
        lexicon={k: _lexicon([s for s in samples if s.language == k], config["least_lexicon"]) for k in languages},
    )


def _categories(tags: Counter[tuple[str, str]], least: int) -> tuple[tuple[str, tuple[str, ...]], ...]:
    values: dict[str, Counter[str]] = {}
    for (_, tag), count in tags.items():
        for name, value in split_tag(tag).items():
            values.setdefault(name, Counter())[value] += count
    upos = (UPOS, tuple(sorted(values.pop(UPOS))))
    kept = {name: sorted(v for v, n in seen.items() if n >= least) for name, seen in sorted(values.items())}
    return (upos, *((name, ("", *found)) for name, found in kept.items() if found))


def _lexicon(samples: list[Sample], least: int) -> dict[str, str]:
    seen: dict[str, Counter[str]] = {}
    for s in samples:
        for form, tag, lemma in zip(s.forms, s.tags, s.lemmas, strict=True):
            upos = tag.split("|")[0]
            if upos not in ("PUNCT", "SYM", "NUM", "X"):
                key = form if upos == "PROPN" else form.lower()
                seen.setdefault(f"{key}|{upos}", Counter())[lemma] += 1
    return {k: c.most_common(1)[0][0] for k, c in sorted(seen.items()) if c.total() >= least and len(c) == 1}


def make_vocabulary(source: Source, words: Counter[tuple[str, bool]], size: int) -> tuple[Vocabulary, list[int]]:
    """The pieces of the corpora, and the likeliest others in Latin and Cyrillic letters up to ``size``."""
    special = [source.special[name] for name in ("pad", "begin", "end", "unknown")]
    fit = [i for i, p in enumerate(source.pieces) if i not in special and all(map(_in_ranges, p.replace(SPACE, "")))]
    full = _vocabulary(source, special + fit)
    finder, seen = Pieces(full), Counter[int]()
    for (form, spaced), count in words.items():
        for piece in finder.of_word(form, spaced=spaced):
            seen[piece] += count
    order = [special + fit][0]
    rank = sorted(range(4, len(order)), key=lambda i: (-(seen[i] > 1), -len(order) if len(full.pieces[i]) == 1 else 0,
                                                       -full.scores[i]))  # fmt: skip
    kept = special + sorted(order[i] for i in rank[: size - 4])
    return _vocabulary(source, kept), kept


def _vocabulary(source: Source, kept: list[int]) -> Vocabulary:
    pieces = tuple(source.pieces[i] for i in kept)
    return Vocabulary(pieces, tuple(float(source.scores[i]) for i in kept), source.normal)


def _in_ranges(character: str) -> bool:
    return any(low <= ord(character) < high for low, high in _LATIN_CYRILLIC)


def pack(corpora: Corpora, packer: Packer) -> Packed:
    """Trees as ``trees-it``, other sources by their names; the development part of each with ``-dev``."""
    for part, end in (("train", ""), ("dev", "-dev")):
        for language in corpora.languages:
            packer.add(f"trees-{language}{end}", corpora.trees(language, part))
        for source in corpora.config["entities"]:
            if part in source:
                packer.add(source["name"] + end, corpora.entities(source, part))
    return packer.packed()


def write_start(path: Path, source: Source) -> None:
    """The tensors that training begins with: 4-bit rows as they are, others in 16 bits."""
    kept = {n: t if t.dtype == np.uint8 else t.astype(np.float16) for n, t in source.tensors.items()}
    np.savez(path, allow_pickle=False, **kept)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--config", type=Path, default=Path("models/config.toml"))
    options = parser.parse_args()
    config = load_config(options.config)
    options.out.mkdir(parents=True, exist_ok=True)
    corpora = Corpora(options.corpora, config)
    trees = [s for language in corpora.languages for s in corpora.trees(language)]
    entities = [s for source in config["entities"] for s in corpora.entities(source)]
    labels = make_labels(trees, config["labels"])
    words = Counter((form, gap) for s in trees + entities for form, gap in zip(s.forms, s.spaced, strict=True))
    source = load_source(source_path())
    vocabulary, kept = make_vocabulary(source, words, config["vocabulary"]["size"])
    (options.out / "labels.json").write_bytes(msgspec.json.encode(labels))
    (options.out / "vocabulary.json").write_bytes(msgspec.json.encode(vocabulary))
    np.save(options.out / "table.npy", source.rows[kept])
    write_start(options.out / "start.npz", source)
    pack(corpora, Packer(Pieces(vocabulary), labels)).save(options.out / "corpora.npz")
    print(f"trees {len(trees)}, entity sentences {len(entities)}, pieces {len(kept)}, tag columns {labels.width},")
    print(f"scripts {len(labels.scripts)}, relations {len(labels.relations)},")
    print({k: (len(labels.tags[k]), len(labels.allowed[k]), len(labels.lexicon[k])) for k in labels.tags})


if __name__ == "__main__":
    main()
