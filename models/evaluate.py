"""Step 6, evaluate: figures of a model file on the development sets, per language and head.

    python -m models.evaluate --corpora ../shared/corpora --model src/cronistoria/parse/model/cronistoria.model

Trees on gold words and gold sentences (as treebank papers report them; ``punct`` left out of UAS and LAS); entities on
gold words, exact spans, MISC left out where the guideline has none; sentence F on raw text joined from the treebank.
"""

import argparse
import json
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from cronistoria.model.document import make_document
from cronistoria.model.sentence import Token
from cronistoria.parse.shipped import ShippedParser, read_parser
from cronistoria.parse.tokenise import Word
from models.data import Corpora, load_config
from models.treebank import Sample, blocks, spans


def as_words(sample: Sample) -> list[Word]:
    """Gold words with offsets of no meaning."""
    return [Word(form, i, i + 1, gap) for i, (form, gap) in enumerate(zip(sample.forms, sample.spaced, strict=True))]


def _parsed(parser: ShippedParser, samples: list[Sample]) -> Iterator[tuple[Sample, tuple[Token, ...]]]:
    """The samples as one text, as ``cronistoria parse --pretokenized`` takes them."""
    return zip(samples, parser.parse_sentences([as_words(s) for s in samples], samples[0].language), strict=True)


def evaluate_trees(parser: ShippedParser, samples: list[Sample]) -> dict[str, float]:
    right: Counter[str] = Counter()
    for sample, tokens in _parsed(parser, samples):
        gold = zip(sample.tags, sample.lemmas, sample.heads, sample.relations, strict=True)
        for token, (tag, lemma, head, relation) in zip(tokens, gold, strict=True):
            upos, *feats = tag.split("|")
            right["words"] += 1
            right["upos"] += token.upos == upos
            right["feats"] += {f"{k}={v}" for k, v in token.feats.items()} == set(feats)
            right["lemma"] += token.lemma == lemma
            if relation != "punct":
                right["arcs"] += 1
                right["uas"] += token.head == head - 1
                right["las"] += token.head == head - 1 and token.deprel == relation
    figures = {name: right[name] / right["words"] for name in ("upos", "feats", "lemma")}
    return figures | {name: right[name] / max(1, right["arcs"]) for name in ("uas", "las")}


def evaluate_entities(parser: ShippedParser, samples: list[Sample]) -> dict[str, float]:
    hits: Counter[tuple[str, str]] = Counter()
    for sample, tokens in _parsed(parser, samples):
        found, gold = spans([token.entity for token in tokens]), spans(sample.entities)
        if not sample.complete:
            found = {span for span in found if span[2] != "MISC"}
        for kind in ("PER", "ORG", "LOC", "MISC"):
            mine, theirs = {s for s in found if s[2] == kind}, {s for s in gold if s[2] == kind}
            for name in (kind, "all"):
                hits[name, "both"] += len(mine & theirs)
                hits[name, "sum"] += len(mine) + len(theirs)
    return {n: 2 * hits[n, "both"] / hits[n, "sum"] for n in ("all", "PER", "ORG", "LOC", "MISC") if hits[n, "sum"]}


def evaluate_sentences(parser: ShippedParser, path: Path, language: str, most: int) -> dict[str, float]:
    """Raw text: eight sentences a paragraph; a sentence counts by its characters without spaces."""
    texts = [next(line[9:] for line in block if line.startswith("# text = ")) for block in list(blocks(path))[:most]]
    gold, found, words, seconds = set(), set(), 0, 0.0
    for i in range(0, len(texts), 8):
        text = " ".join(texts[i : i + 8])
        clock = time.perf_counter()
        sentences = parser.parse(make_document(text, language=language))
        seconds += time.perf_counter() - clock
        words += sum(len(sentence.tokens) for sentence in sentences)
        gold |= {(i, *span) for span in _lengths(texts[i : i + 8])}
        found |= {(i, *span) for span in _lengths([text[s.start : s.end] for s in sentences])}
    return {"sentence_f": 2 * len(gold & found) / (len(gold) + len(found)), "words_s": words / seconds}


def _lengths(sentences: list[str]) -> list[tuple[int, int]]:
    at, out = 0, []
    for sentence in sentences:
        size = len("".join(sentence.split()))
        out.append((at, at + size))
        at += size
    return out


def evaluate(parser: ShippedParser, corpora: Corpora, most: int, languages: list[str]) -> dict[str, Any]:
    result: dict[str, Any] = {}
    for language in languages:
        dev = corpora.root / "ud" / language / "dev.conllu"
        figures = evaluate_trees(parser, corpora.trees(language, "dev")[:most])
        result[f"trees {language}"] = figures | evaluate_sentences(parser, dev, language, most)
        print(f"trees {language}", _rounded(result[f"trees {language}"]), flush=True)
    for source in corpora.config["entities"]:
        if source["language"] in languages and source["labels"]:
            figures = evaluate_entities(parser, corpora.entities(source, "dev")[:most])
            result[f"entities {source['dev']}"] = figures
            print(f"entities {source['dev']}", _rounded(figures), flush=True)
    return result


def _rounded(figures: dict[str, float]) -> str:
    return json.dumps({name: round(value, 4) if value < 2 else round(value) for name, value in figures.items()})


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--config", type=Path, default=Path("models/config.toml"))
    parser.add_argument("--most", type=int, default=1_000_000, help="sentences of each development set")
    parser.add_argument("--languages", nargs="*")
    parser.add_argument("--out", type=Path, help="write the figures as JSON")
    options = parser.parse_args()
    corpora = Corpora(options.corpora, load_config(options.config))
    languages = options.languages or list(corpora.languages)
    result = evaluate(read_parser(options.model), corpora, options.most, languages)
    if options.out:
        options.out.write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
