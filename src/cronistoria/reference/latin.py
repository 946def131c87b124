"""Names in another script, in the Latin letters that reports in English use for them: Байден is Biden.

Words of a name come in, words go out. ``latin.toml`` lists the names that are not spelled letter by letter.
"""

import tomllib
from collections.abc import Sequence
from functools import cache
from importlib import resources

import msgspec


class Spelling(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How a language's names are put into Latin letters: letters, endings, single words, whole names.

    ``declined``: the endings by case that a foreign name of a man has which ends in a consonant.
    """

    letters: dict[str, str]
    endings: dict[str, str]
    words: dict[str, str]
    names: dict[str, str]
    declined: dict[str, tuple[str, ...]] = {}


@cache
def load_spellings() -> dict[str, Spelling]:
    """The table of ``latin.toml`` by language."""
    text = resources.files("cronistoria.reference").joinpath("latin.toml").read_text(encoding="utf-8")
    return msgspec.convert(tomllib.loads(text), dict[str, Spelling])


def latin_name(name: Sequence[str], language: str) -> tuple[str, ...]:
    """The words of a name in Latin letters; a language without a table leaves them as they are.

    >>> latin_name(("Сергей", "Иванов"), "ru"), latin_name(("Ван", "И"), "ru")
    (('Sergei', 'Ivanov'), ('Wang', 'Yi'))
    """
    spelling = load_spellings().get(language)
    if spelling is None:
        return tuple(name)
    whole = spelling.names.get(" ".join(name))
    return tuple(whole.split()) if whole else tuple(_latin_word(word, spelling) for word in name)


def bare_name(word: str, case: str | None, language: str) -> str | None:
    """A man's name without the ending of its case, if it has one.

    >>> bare_name("Экрема", "Acc", "ru"), bare_name("Имамоглу", "Acc", "ru")
    ('Экрем', None)
    """
    spelling = load_spellings().get(language)
    endings = spelling.declined.get(case or "", ()) if spelling is not None else ()
    return next((word.removesuffix(e) for e in endings if word.endswith(e) and len(word) > len(e) + 1), None)


def is_listed(name: Sequence[str], language: str) -> bool:
    """Whether all of a name is listed, as a whole or word by word."""
    spelling = load_spellings().get(language)
    return spelling is not None and (" ".join(name) in spelling.names or all(word in spelling.words for word in name))


def _latin_word(word: str, spelling: Spelling) -> str:
    if word in spelling.words or word.isascii():
        return spelling.words.get(word, word)
    if "-" in word.strip("-"):
        return "-".join(_latin_word(part, spelling) for part in word.split("-"))
    low = word.lower()
    ending = next((e for e in spelling.endings if low.endswith(e) and len(low) > len(e)), "")
    stem = low.removesuffix(ending)
    spelled = "".join(spelling.letters.get(letter, letter) for letter in stem) + spelling.endings.get(ending, "")
    return spelled.capitalize() if word[:1].isupper() else spelled
