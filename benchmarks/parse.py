"""How quick the shipped parser is, from text to trees, beside others: `python -m benchmarks.parse [--rounds 7]`.

One thread; the texts are the project's own evaluation reports of each language. Beside the shipped model run, on the
same texts and in turn: spaCy's small French pipeline (among the developers' tools) and, where it is installed
(`pip install natasha`), natasha for Russian. A ratio is the median over rounds of the peer's time by ours.
"""

import argparse
import importlib.util
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median

from cronistoria.ingest.document import Given, ingest_text
from cronistoria.model.document import Document
from cronistoria.parse.bundle import model_path
from cronistoria.parse.shipped import ShippedParser, read_parser

REPORTS = Path(__file__).parent.parent / "evaluation" / "reports"
Run = Callable[[Sequence[Document]], object]


def main() -> None:
    """Prints words a second by language, then ratios to peers."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    arguments.add_argument("--rounds", type=int, default=7)
    options = arguments.parse_args()
    clock = time.perf_counter()
    parser = read_parser(model_path())
    print(f"{'model loaded in':<40}{time.perf_counter() - clock:>13.2f} s", flush=True)
    for language in sorted({path.name[:2] for path in REPORTS.glob("??-*.txt")}):
        documents = reports(language)
        words = sum(len(sentence.tokens) for document in documents for sentence in parser.parse(document))
        seconds = median(timed(parser.parse_batch, documents) for _ in range(options.rounds))
        print(f"{language + ', words a second':<40}{words / seconds:>13.0f}", flush=True)
        for name, run in peers(language):
            print(f"{'  time of ' + name + ' by ours':<40}{ratio(parser, run, documents, options.rounds):>13.2f}")


def reports(language: str) -> list[Document]:
    """The evaluation reports of a language."""
    texts = (path.read_text(encoding="utf-8") for path in sorted(REPORTS.glob(f"{language}-*.txt")))
    return [ingest_text(text, "report", Given(language=language)).document for text in texts]


def timed(run: Run, documents: Sequence[Document]) -> float:
    """Seconds of a run over all documents."""
    clock = time.perf_counter()
    run(documents)
    return time.perf_counter() - clock


def ratio(parser: ShippedParser, run: Run, documents: Sequence[Document], rounds: int) -> float:
    """The median, over rounds in turn, of a peer's time by ours; the first of each is not counted."""
    run(documents[:1])
    return median(timed(run, documents) / timed(parser.parse_batch, documents) for _ in range(rounds))


def peers(language: str) -> list[tuple[str, Run]]:
    """The peers that are installed for a language."""
    found: list[tuple[str, Run]] = []
    if language == "fr" and importlib.util.find_spec("fr_core_news_sm"):
        from cronistoria.parse.spacy_parser import load_spacy

        found.append(("fr_core_news_sm (spaCy)", load_spacy("fr_core_news_sm").parse_batch))
    if language == "ru" and importlib.util.find_spec("natasha"):
        found.append(("natasha", _natasha()))
    return found


def _natasha() -> Run:
    """Sentences, morphology, lemmas, syntax and names, as natasha's documentation runs them."""
    from natasha import Doc, MorphVocab, NewsEmbedding, NewsMorphTagger, NewsNERTagger, NewsSyntaxParser, Segmenter

    segmenter, vocabulary, embedding = Segmenter(), MorphVocab(), NewsEmbedding()
    tagger, syntax, names = NewsMorphTagger(embedding), NewsSyntaxParser(embedding), NewsNERTagger(embedding)

    def run(documents: Sequence[Document]) -> None:
        for document in documents:
            text = Doc(document.text[document.body_start :])
            text.segment(segmenter)
            text.tag_morph(tagger)
            text.parse_syntax(syntax)
            text.tag_ner(names)
            for token in text.tokens:
                token.lemmatize(vocabulary)

    return run


if __name__ == "__main__":
    main()
