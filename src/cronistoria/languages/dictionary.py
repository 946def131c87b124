"""What a dictionary of word forms says of a word: base form, part of speech, case, number, gender, tense.

Read where a language inflects so richly that lists hold base forms only: by ``languages/matching.py`` and the parser.
The dictionaries are pymorphy3's; a language asks for one in its words table. Unknown words are analysed by their ends.
"""

from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Any, NamedTuple

from cronistoria.languages.words import load_words

UPOS = {
    "NOUN": frozenset({"NOUN", "PROPN"}), "ADJF": frozenset({"ADJ", "DET", "NOUN", "PROPN", "NUM", "PRON"}),
    "ADJS": frozenset({"ADJ"}), "COMP": frozenset({"ADJ", "ADV"}), "VERB": frozenset({"VERB", "AUX"}),
    "INFN": frozenset({"VERB", "AUX"}), "PRTF": frozenset({"VERB", "ADJ", "NOUN"}), "PRTS": frozenset({"VERB", "ADJ"}),
    "GRND": frozenset({"VERB"}), "NPRO": frozenset({"PRON", "DET"}), "NUMR": frozenset({"NUM", "DET", "ADV"}),
}  # fmt: skip
CASES = {
    "nomn": "Nom", "gent": "Gen", "gen1": "Gen", "gen2": "Gen", "datv": "Dat", "accs": "Acc", "acc2": "Acc",
    "ablt": "Ins", "loct": "Loc", "loc1": "Loc", "loc2": "Loc", "voct": "Voc",
}  # fmt: skip
NUMBERS = {"sing": "Sing", "plur": "Plur"}
GENDERS = {"masc": "Masc", "femn": "Fem", "neut": "Neut"}
TENSES = {"pres": "Pres", "past": "Past", "futr": "Fut"}
ASPECTS = {"perf": "Perf", "impf": "Imp"}
PERSONAL = frozenset({"Surn", "Name", "Patr"})


class Analysis(NamedTuple):
    """One reading of a form, in the values of Universal Dependencies; ``lemma`` in small letters, without "ё"."""

    lemma: str
    upos: frozenset[str]
    case: str | None
    number: str | None
    gender: str | None
    personal: bool
    tense: str | None = None
    aspect: str | None = None
    impersonal: bool = False


class Dictionary:
    """The dictionary of a language.

    >>> [a.lemma for a in load_dictionary("ru").analyses("границами")]
    ['граница']
    """

    def __init__(self, language: str) -> None:
        import pymorphy3

        self._analyser: Any = pymorphy3.MorphAnalyzer(lang=language)
        self.analyses = lru_cache(maxsize=1 << 16)(self._analyses)
        self.bases = lru_cache(maxsize=1 << 16)(self._bases)
        self.nominatives = lru_cache(maxsize=1 << 14)(self._nominatives)

    def knows(self, form: str) -> bool:
        """Whether the form is listed, not only like others in how it ends."""
        return bool(self._analyser.word_is_known(form.lower()))

    def may_be_adverb(self, form: str) -> bool:
        """Whether one of the readings of a form is none of a noun, an adjective or a verb."""
        return any(parse.tag.POS not in UPOS or parse.tag.POS == "COMP" for parse in self._analyser.parse(form.lower()))

    def _analyses(self, form: str) -> tuple[Analysis, ...]:
        """The readings of a form, the likeliest first."""
        return tuple(dict.fromkeys(self._read(form)))

    def _bases(self, form: str) -> tuple[str, ...]:
        """The base forms of a form, the likeliest first."""
        return tuple(dict.fromkeys(analysis.lemma for analysis in self.analyses(form)))

    def _nominatives(self, name: str, case: str | None, gender: str | None) -> tuple[str, ...]:
        """What a name may be in the nominative, best first: readings in the case and gender, then of names at all.

        >>> load_dictionary("ru").nominatives("Захаровой", "Dat", "Fem")[0]
        'Захарова'
        """
        ranked: dict[str, tuple[bool, bool, bool]] = {}
        for parse in self._analyser.parse(name.lower()):
            form = parse.inflect({"nomn"})
            if form is not None:
                read = _analysis(parse)
                rank = (read.personal, read.case == case, read.gender in (None, gender))
                word = "-".join(part.capitalize() for part in plain_letters(form.word).split("-"))
                ranked[word] = max(rank, ranked.get(word, rank))
        return tuple(sorted(ranked, key=lambda word: [not fits for fits in ranked[word]]))

    def _read(self, form: str) -> Iterator[Analysis]:
        for parse in self._analyser.parse(form.lower()):
            yield _analysis(parse)


def _analysis(parse: Any) -> Analysis:
    tag = parse.tag
    number = NUMBERS.get(str(tag.number), "Sing" if tag.case and tag.gender else None)
    return Analysis(
        plain_letters(parse.normal_form), UPOS.get(str(tag.POS), frozenset()), CASES.get(str(tag.case)),
        number, GENDERS.get(str(tag.gender)), bool(set(map(str, tag.grammemes)) & PERSONAL),
        TENSES.get(str(tag.tense)), ASPECTS.get(str(tag.aspect)), "Impe" in tag.grammemes,
    )  # fmt: skip


def plain_letters(word: str) -> str:
    """A word with "е" for "ё", as most reports write it."""
    return word.replace("ё", "е").replace("Ё", "Е")


@cache
def load_dictionary(language: str) -> Dictionary | None:
    """The dictionary of a language; ``None`` where its words table asks for none."""
    return Dictionary(language) if load_words(language).dictionary else None
