"""The words that tell what one party does to another in CAMEO's terms, beside those that make records.

Read by ``extract/acts.py``. Entries are lemmas in lower case; forms are matched too. Frames with something `beside`
come before those without, and words that turn the act below them (threats, promises, refusals) between the two.
"""

from functools import cache
from typing import Literal

import msgspec

from cronistoria.languages import grammar
from cronistoria.languages.tables import load_table

PART, REST = 5, 3
Turn = Literal["agreed", "demanded", "refused", "threatened", "ordered", "stopped"]


class Frame(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Verbs, nouns and adjectives of one CAMEO code.

    ``beside``, ``groups``: only with one of these words, or of the words of these groups, among what hangs on them;
    ``without``: never with one of these; ``behind``: only with one of these right behind. ``subjects``: only if such a
    word is in the name of who does it. ``crowd``: only if people without a name do it who hold no office; ``person``:
    only if a named person does. ``denied``: only where the word is denied, and the code tells that ("did not let in").
    """

    words: frozenset[str]
    code: str
    behind: frozenset[str] = frozenset()
    crowd: bool = False
    person: bool = False
    denied: bool = False
    beside: frozenset[str] = frozenset()
    groups: tuple[str, ...] = ()
    without: frozenset[str] = frozenset()
    subjects: frozenset[str] = frozenset()
    examples: tuple[str, ...] = ()


class Turning(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Words that make a promise, a demand, a refusal or a threat of the act below them.

    ``infinitive``: only with an infinitive below; ``own``: that is the subject's own, no object's. What is ``ordered``
    is done, unless it is the other party who is told to do it. ``beside``: only with one of these on them,
    ``without``: never with one; ``behind``: only with one right behind. ``alone``: the code where no act stands below;
    none if empty.
    """

    words: frozenset[str]
    turn: Turn
    alone: str = ""
    infinitive: bool = False
    own: bool = False
    behind: frozenset[str] = frozenset()
    beside: frozenset[str] = frozenset()
    without: frozenset[str] = frozenset()
    examples: tuple[str, ...] = ()


class CodingWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """All of a language.

    ``groups``: named lists of words. ``carrying``: verbs and nouns that leave the meaning to what is below them
    ("launch", "decide"). ``telling``: verbs of saying, whose subject vouches for what is below. ``officials``: who is
    no crowd. ``prospective``: auxiliaries that make a plan of an infinitive ("is to meet").
    ``participles``: endings of participles that are adjectives, with those of their verbs ("ado", "ar").
    ``compounds``: nouns written as one word count for the listed words they begin and end with ("Truppenabzug").
    """

    groups: dict[str, frozenset[str]]
    carrying: frozenset[str]
    telling: frozenset[str]
    officials: frozenset[str]
    prospective: frozenset[str] = frozenset()
    compounds: bool = False
    participles: dict[str, tuple[str, ...]] = {}
    turnings: tuple[Turning, ...]
    frames: tuple[Frame, ...]


class Lexicon(msgspec.Struct, frozen=True):
    """The entries by word: frames that need something beside them, turnings, and frames that do not.

    ``acting``: the words that tell acts. ``known``: all words of the table, by which compounds are taken apart; empty
    where a language writes none as one word. ``prefixes``: what makes a new word of one, and no compound ("Ver-").
    """

    words: CodingWords
    needing: dict[str, tuple[tuple[Frame, frozenset[str]], ...]]
    turnings: dict[str, tuple[Turning, ...]]
    plain: dict[str, tuple[Frame, ...]]
    acting: frozenset[str]
    known: frozenset[str] = frozenset()
    prefixes: frozenset[str] = frozenset()

    def head(self, noun: str) -> str | None:
        """The listed word that a compound ends with, the longest ("drohnenangriff": "angriff")."""
        if not self.known:
            return None
        ends = (noun[n:] for n in range(REST, len(noun) - PART + 1) if noun[:n] not in self.prefixes)
        return next((end for end in ends if end in self.known), None)

    def bases(self, participle: str) -> frozenset[str]:
        """The listed verbs that a participle may be of ("suministrado": "suministrar")."""
        endings = self.words.participles.items()
        cut = ((participle.removesuffix(end), new) for end, new in endings if participle.endswith(end))
        return self.acting.intersection(stem + ending for stem, verbs in cut for ending in verbs)

    def front(self, noun: str) -> str | None:
        """The listed word that a compound begins with, the longest ("truppenabzug": "truppe")."""
        if not self.known or noun in self.known:
            return None
        return next((noun[:n] for n in range(len(noun) - PART, PART - 1, -1) if noun[:n] in self.known), None)


@cache
def load_coding_words(language: str) -> CodingWords:
    """The coding table of a language."""
    return load_table(language, "coding", CodingWords)


@cache
def coding_lexicon(language: str) -> Lexicon:
    """The coding table of a language by word, in the order of the table."""
    words = load_coding_words(language)
    needing: dict[str, tuple[tuple[Frame, frozenset[str]], ...]] = {}
    turnings: dict[str, tuple[Turning, ...]] = {}
    plain: dict[str, tuple[Frame, ...]] = {}
    for turning in words.turnings:
        for word in turning.words:
            turnings[word] = (*turnings.get(word, ()), turning)
    for frame in words.frames:
        beside = frame.beside.union(*(words.groups[group] for group in frame.groups))
        for word in frame.words:
            if beside:
                needing[word] = (*needing.get(word, ()), (frame, beside))
            else:
                plain[word] = (*plain.get(word, ()), frame)
    acting = frozenset(needing).union(turnings, plain)
    if not words.compounds:
        return Lexicon(words, needing, turnings, plain, acting)
    forms = grammar.load_grammar(language).forms
    known = frozenset(needing).union(
        turnings, plain, *(f.beside | f.without for f in words.frames), *words.groups.values()
    )
    prefixes = forms.particles.union(forms.inseparable) if forms is not None else frozenset()
    return Lexicon(words, needing, turnings, plain, acting, known, prefixes)
