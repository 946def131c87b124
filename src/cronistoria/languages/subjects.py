"""What words are about, in terms that all languages share: "sanzioni", "sanctions" and "санкции" are one subject.

Read by ``merge/subjects.py``. Words in, a subject's key out; the keys are the same in every language.
"""

from functools import cache

import msgspec

from cronistoria.languages.tables import available_languages, load_table


class Subjects(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """``ignored``: whole words that say nothing of a subject. ``subjects``: key -> beginnings of the words it has."""

    ignored: frozenset[str]
    subjects: dict[str, tuple[str, ...]]
    examples: dict[str, frozenset[str]]


def load_subjects(language: str) -> Subjects:
    """The subjects table of a language."""
    return load_table(language, "subjects", Subjects)


@cache
def has_subjects(language: str) -> bool:
    """Whether a language has such a table."""
    return language in available_languages("subjects")
