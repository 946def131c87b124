"""How a language writes its words: contractions, elisions, clitics, hyphens, abbreviations, as treebanks cut them."""

from typing import Literal

import msgspec

from cronistoria.languages.tables import load_table


class Enclitics(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Pronouns written at the end of a verb ("parlarsi", "dándole").

    ``clusters``: letters at the end -> the words they are. ``hosts``: verb forms that carry them, as written before
    them ("far", "por"). ``endings``: endings that make any word a host ("ando"), if it has ``least`` letters.
    ``exceptions``: whole words that only look so.
    """

    clusters: dict[str, tuple[str, ...]]
    hosts: frozenset[str] = frozenset()
    endings: tuple[str, ...] = ()
    least: int = 5
    exceptions: frozenset[str] = frozenset()


class Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """All in lower case, with the straight apostrophe.

    ``contractions``: one written word -> the words it stands for, none of them found by cutting at a letter.
    ``cuts``: one written word -> the parts it is cut into ("cannot": "can", "not"). ``elisions``: what stands before an
    apostrophe as a word of its own. ``name_elisions``: those that stay in one word before a capital when written with
    a capital ("D'Alema"). ``apocopes``: words that end in an apostrophe. ``apostrophe_accents``: whether writers put
    an apostrophe for an accent at the end of a word. ``endings``: what is cut off at the end of a word, a mark in it
    ("n't", "-t-il"). ``hyphen``: whether words with a hyphen stay whole; ``hyphen_prefixes`` and ``hyphen_whole``
    stay so where others are split; ``hyphen_after``: words behind which two names are parted ("vertice Rossi-Bianchi").
    ``abbreviations``: keep their full stop. ``initials``: single capitals keep it too.
    ``titles``: abbreviations that stand before names, so that no sentence ends with them ("Gen.").
    ``ordinal_stop``: a number of one or two digits keeps it before a word ("3. Oktober"). ``whole``: words never cut.
    ``whole_after``: a contraction -> the words after which it is none (the article "des"); "" is a mark or nothing.
    ``whole_after_endings``: the same, by how those words end. ``number_abbreviations``: keep their stop before a number
    only ("No. 10", but "no."). ``number_units``: cut off a number ("14h"); ``number_hyphen``: whether what follows its
    hyphen is ("15-year"). ``spaced_numbers``: whether digits parted by spaces are one number ("50 000").
    ``subject_clitics``: pronouns cut off behind a verb that are its
    subject ("-t-il"). ``inserted_subjects``: an inserted verb without another subject has the one behind it ("has said
    the king"). ``partitives``: adpositions that are a part of the article of an object.
    ``verb_bases``: ends of base forms of verbs; a lemma that ends otherwise is made anew:
    ``base_endings``, an ending -> what the base form may have for it, tried in order against a word list.
    ``plural_adjectives``: the same for adjectives in the plural. ``irregular_verbs``: form -> base form.
    ``function_words``: forms of adpositions and conjunctions -> their lemma, where treebanks differ ("ad").
    ``auxiliaries``: forms that a parser may take for an adposition before a participle -> their lemma ("a").
    ``participles``: those that are adpositions before a noun ("following talks").
    ``dictionary``: whether words are looked up by their base forms (pymorphy3 must have a dictionary of the language).
    """

    contractions: dict[str, tuple[str, ...]] = {}
    cuts: dict[str, tuple[str, ...]] = {}
    elisions: frozenset[str] = frozenset()
    name_elisions: frozenset[str] = frozenset()
    apocopes: frozenset[str] = frozenset()
    apostrophe_accents: bool = False
    endings: tuple[str, ...] = ()
    hyphen: Literal["whole", "split"]
    hyphen_prefixes: frozenset[str] = frozenset()
    hyphen_whole: frozenset[str] = frozenset()
    hyphen_after: frozenset[str] = frozenset()
    abbreviations: frozenset[str] = frozenset()
    titles: frozenset[str] = frozenset()
    initials: bool = True
    ordinal_stop: bool = False
    whole: frozenset[str] = frozenset()
    whole_after: dict[str, frozenset[str]] = {}
    whole_after_endings: dict[str, tuple[str, ...]] = {}
    number_abbreviations: frozenset[str] = frozenset()
    number_units: frozenset[str] = frozenset()
    number_hyphen: Literal["whole", "split"] = "whole"
    spaced_numbers: bool = False
    dictionary: bool = False
    enclitics: tuple[Enclitics, ...] = ()
    subject_clitics: frozenset[str] = frozenset()
    partitives: frozenset[str] = frozenset()
    inserted_subjects: bool = False
    verb_bases: tuple[str, ...] = ()
    base_endings: dict[str, tuple[str, ...]] = {}
    plural_adjectives: dict[str, tuple[str, ...]] = {}
    irregular_verbs: dict[str, str] = {}
    function_words: dict[str, str] = {}
    auxiliaries: dict[str, str] = {}
    participles: frozenset[str] = frozenset()
    examples: dict[str, tuple[str, ...]]


def load_words(language: str) -> Words:
    """The words table of a language."""
    return load_table(language, "words", Words)
