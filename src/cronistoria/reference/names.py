"""One key for all spellings of a name: Ushakov, Uschakow, Ouchakov and Ушаков fold to the same letters.

Words in any Latin or Cyrillic spelling come in, keys go out. The rules merge what transliterations disagree about
(sh/sch/š, w/v, y/i/j, kh/ch/h, ou/u, doubled letters, endings in -skij/-sky); they are coarse on purpose, because a key
only proposes candidates. Whole tables are folded at once, line by line.
"""

import re
import tomllib
import unicodedata
from collections.abc import Sequence
from functools import cache
from importlib import resources

import msgspec

CYRILLIC = {
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ё": "e", "ж": "zh", "з": "z", "и": "i", "й": "i",
    "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f",
    "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "yu",
    "я": "ya", "є": "ye", "і": "i", "ї": "yi", "ґ": "g", "ў": "u", "ј": "j", "љ": "lj", "њ": "nj", "ћ": "c",
    "ђ": "dj", "џ": "dz", "ѓ": "g", "ќ": "k",
}  # fmt: skip
LATIN = {
    "ł": "l", "đ": "d", "ø": "o", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th", "ə": "a", "’": "",
    "'": "", "ʼ": "", "‘": "", "ʿ": "", "ʾ": "", "`": "", "-": " ", "–": " ", ".": " ",
}  # fmt: skip
_LETTERS = str.maketrans(CYRILLIC | LATIN)
_HISSES = re.compile(r"s+h?t?ch|shch|t?s[cz]h|ts?ch|tsh|sh|dsch|zh|cz|sz|t?z|ts|ch|ç")
_MARKS = re.compile(r"[\u0300-\u036f]+")
_SILENT = re.compile(r"(?<=[aiïyoéû]n)e$")
_BREATH = re.compile(r"ch")
_VOICED = re.compile(r"dsch|dzh")
_JOTA = re.compile(r"[jJ]")
_RULES: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"kh|qh"), "h"),
    (re.compile(r"(?<=[bcdfgkprt])h"), ""),
    (re.compile(r"gu(?=[ei])"), "g"),
    (re.compile(r"ck|c(?=[^eiy\n ])|q"), "k"),
    (re.compile(r"c"), "s"),
    (re.compile(r"x"), "ks"),
    (re.compile(r"w"), "v"),
    (re.compile(r"[yj]"), "i"),
    (re.compile(r"ee"), "i"),
    (re.compile(r"[ou]e(?![iu])|oo|ou|u"), "o"),
    (re.compile(r"[ae]i"), "e"),
    (re.compile(r"z"), "s"),
    (re.compile(r"([a-z])\1+"), r"\1"),
    (re.compile(r"i(?=e)"), ""),
    (re.compile(r"(?<=[a-z])h(?=\s|$)"), ""),
)


class Particles(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Small words in names: those that stand between two parts (``capital``: if written so), those that tell nobody
    apart; ends of names after the father."""

    inner: frozenset[str]
    capital: frozenset[str]
    weightless: frozenset[str]
    patronymics: frozenset[str]


@cache
def particles() -> Particles:
    """The table of ``particles.toml``."""
    text = resources.files("cronistoria.reference").joinpath("particles.toml").read_text(encoding="utf-8")
    return msgspec.convert(tomllib.loads(text), Particles)


def plain(text: str) -> str:
    """Lower case without diacritics, Cyrillic in Latin letters; line ends stay.

    >>> plain("Čaputová"), plain("Лавров")
    ('caputova', 'lavrov')
    """
    lowered = unicodedata.normalize("NFC", text.lower()).translate(_LETTERS)
    if lowered.isascii():
        return lowered
    return _MARKS.sub("", unicodedata.normalize("NFKD", lowered))


def fold(text: str, *, breath: bool = False) -> str:
    """The key of a name or of many, one a line; ``breath`` reads "ch" as German does ("Chodorkowski").

    >>> {fold(name) for name in ("Ushakov", "Uschakow", "Ouchakov", "Ушаков", "Ušakov")}
    {'osakov'}
    """
    text = plain(text)
    if breath:
        text = _BREATH.sub("kh", text)
    text = text.replace("ph", "f").replace("kh", "\0")
    text = _HISSES.sub("s", text).replace("\0", "kh")
    for pattern, replacement in _RULES:
        text = pattern.sub(replacement, text)
    return text.strip()


def name_keys(words: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    """The readings of a name, each a key for every word; particles ("al", "de") are left out where others remain.

    One is French: its "j" is "zh", and an "e" behind a last "n" is silent ("Prigojine", "Salmane").
    One is Spanish: its "j" is "kh" ("Jamenei"). One has a "j" where German and Russian spell its sound ("Dschubair").
    """
    kept = split_name(words)
    readings = [tuple(fold(word, breath=breath) for word in kept) for breath in (False, True)]
    readings.append(tuple(fold(_SILENT.sub("", word.replace("j", "zh"))) for word in kept))
    if any("j" in word.lower() for word in kept):
        readings.append(tuple(fold(_JOTA.sub("kh", word)) for word in kept))
    spelled = tuple(_VOICED.sub("j", plain(word)) for word in kept)
    if spelled != tuple(map(plain, kept)):
        readings.append(tuple(map(fold, spelled)))
    return tuple(dict.fromkeys(readings))


@cache
def _patronymics() -> tuple[str, ...]:
    return tuple(sorted(map(fold, particles().patronymics)))


def is_patronymic(key: str) -> bool:
    """Whether the key of a word may be that of a name after the father.

    >>> is_patronymic(fold("Владимирович")), is_patronymic(fold("Лавров"))
    (True, False)
    """
    return key.endswith(_patronymics())


def split_name(words: Sequence[str]) -> tuple[str, ...]:
    """The words of a name parted at hyphens, without particles where others remain.

    >>> split_name(("Bashar", "al-Assad"))
    ('Bashar', 'Assad')
    """
    parts = [part for word in words for part in re.split(r"[\s\-–,]+", word) if part.strip("'’‘.")]
    weighty = tuple(part for part in parts if plain(part).strip() not in particles().weightless)
    return weighty or tuple(parts)
