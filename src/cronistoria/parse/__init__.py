"""Documents to sentences over Universal Dependencies: tokenise, run the shipped model, decode trees and entities."""

from cronistoria.parse.base import Parser


def load_parser(threads: int = 1) -> Parser:
    """The parser that comes with the package; ``threads`` is how many windows of text it parses at once.

    Raises `ModelError` if the model file is missing or damaged.
    """
    from cronistoria.parse.bundle import model_path
    from cronistoria.parse.shipped import read_parser

    return read_parser(model_path(), threads=threads)
