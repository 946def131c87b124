"""The names that a language has for the bodies of the reference tables, and for places.

Read by ``extract/gazetteer.py`` and ``compose/placing.py``. Words are written as in running text: a capital stands
where reports write one, a word all in small letters also matches with capitals. ``stem|class`` stands for the forms
of an inflection class. Names of states come from Unicode's CLDR (babel); here are the other ones that reports use.
"""

from functools import cache
from itertools import product

import msgspec

from cronistoria.languages.tables import load_table


class Names(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Names by code.

    ``inflections``: class -> endings. ``states``: further names of states. ``demonyms``: adjectives and peoples.
    ``bodies``: organisations, armed groups, blocs, outlets. ``seats``: code -> branch -> what stands for it: the branch
    is "government", "head" (of state or government), "foreign", "defence" or another of ``branches`` in the actors
    table; capitals are added by themselves. ``exonyms``: English name of a place -> names here. ``endings``: what any
    name may end in besides ("Russlands"). ``not_seats``: capitals that stand for no government, in English.
    ``not_states``: names in CLDR that are ordinary words or other names here ("Reunión", a meeting). ``strict``: names
    that need all their capitals, because in small letters
    they are ordinary words.
    """

    inflections: dict[str, tuple[str, ...]]
    states: dict[str, tuple[str, ...]]
    demonyms: dict[str, tuple[str, ...]]
    bodies: dict[str, tuple[str, ...]]
    seats: dict[str, dict[str, tuple[str, ...]]]
    exonyms: dict[str, tuple[str, ...]]
    endings: tuple[str, ...] = ()
    not_seats: frozenset[str] = frozenset()
    not_states: frozenset[str] = frozenset()
    strict: frozenset[str] = frozenset()
    examples: dict[str, str]


def load_names(language: str) -> Names:
    """The names table of a language."""
    return load_table(language, "names", Names)


def inflect(written: str, inflections: dict[str, tuple[str, ...]]) -> list[str]:
    """All forms of words written as ``stem|class``; a plain word is itself.

    >>> inflect("alt|o ufficial|e", {"o": ("o", "a"), "e": ("e", "i")})
    ['alto ufficiale', 'alto ufficiali', 'alta ufficiale', 'alta ufficiali']
    """
    forms = [_forms(word, inflections) for word in written.split(" ")]
    return [" ".join(words) for words in product(*forms)]


@cache
def adjectives_of_peoples(language: str) -> frozenset[str]:
    """All forms of the adjectives and nouns of peoples, in lower case."""
    names = load_names(language)
    listed = (form for words in names.demonyms.values() for w in words for form in inflect(w, names.inflections))
    return frozenset(form.lower() for form in listed)


def declined(written: str, names: Names) -> tuple[str, ...]:
    """A name with the endings that names may take."""
    return (written, *(written + ending for ending in names.endings if written[-1:].isalpha()))


def _forms(word: str, inflections: dict[str, tuple[str, ...]]) -> list[str]:
    stem, bar, kind = word.partition("|")
    return [stem + ending for ending in inflections[kind]] if bar else [word]
