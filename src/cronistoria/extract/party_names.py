"""Names of persons as they are called: in the nominative and in Latin letters, however a sentence writes them.

Words of a name come in with their tokens, words go out; a language without a dictionary leaves them as they are.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import islice, product

from cronistoria.languages.dictionary import Dictionary, load_dictionary, plain_letters
from cronistoria.languages.grammar import load_grammar
from cronistoria.languages.matching import fold_atom, split_atoms
from cronistoria.model.sentence import Sentence, Token
from cronistoria.reference.latin import bare_name, is_listed, latin_name
from cronistoria.reference.world import load_world

MOST_READINGS = 24
SHORTEST_DECLINED = 3
LONGEST_ENDING = 3
# cases whose endings no nominative of a man's foreign name has
SHOWN = frozenset({"Ins"})
ARGUMENTS = frozenset({"nsubj", "obj", "iobj", "root"})


class NameForms:
    """The names of one report, whose ``sentences`` tell which of them stand in the nominative somewhere."""

    def __init__(self, language: str, sentences: Iterable[Sentence]) -> None:
        self._language, self._dictionary = language, load_dictionary(language)
        self._genitive = load_grammar(language).name_genitive
        proper = (t for s in sentences for t in s.tokens if t.upos == "PROPN")
        inflected = self._dictionary is not None
        self._called = {
            plain_letters(t.form) for t in proper if self._genitive or (inflected and t.feats.get("Case") == "Nom")
        }

    def called(self, words: tuple[str, ...], tokens: Sequence[Token], title: Token | None = None) -> tuple[str, ...]:
        """The name as its bearer is called: a known person's, else one that the report has, else the likeliest.

        ``title``: the noun right before it, or the name before its conjunction, whose case it has.
        """
        if self._dictionary is None:
            return self._without_genitive(words, tokens) if self._genitive else words
        case = _case_of(self._dictionary, tokens if title is None else (title,))
        readings = [self._readings(self._dictionary, plain_letters(word), tokens, case) for word in words]
        names = list(islice(product(*readings), MOST_READINGS))
        found = next((n for n in names if is_listed(n, self._language)), None)
        found = found or next((n for n in names if load_world().people(latin_name(n, self._language))), None)
        return latin_name(found or names[0], self._language)

    def _without_genitive(self, words: tuple[str, ...], tokens: Sequence[Token]) -> tuple[str, ...]:
        """The name without the ending of a genitive, where a known name or another of the report is left."""
        bare = (*words[:-1], words[-1].removesuffix(self._genitive))
        inside = {t.index for t in tokens}
        heads = [t for t in tokens if t.head not in inside]
        if len(bare[-1]) < SHORTEST_DECLINED or bare == words or any(t.relation in ARGUMENTS for t in heads[:1]):
            return words
        if _is_spelt(words):
            return words
        known = bare[-1] in self._called or tokens[-1].lemma == bare[-1] or load_world().people(bare)
        return bare if known else words

    def _readings(
        self, dictionary: Dictionary, word: str, tokens: Sequence[Token], case: str | None
    ) -> tuple[str, ...]:
        """What a word of a name may be in the nominative, the likeliest first."""
        gender = tokens[0].feats.get("Gender")
        if "-" in word.strip("-"):
            parts = [self._readings(dictionary, part, tokens, case)[0] for part in word.split("-")]
            return tuple(dict.fromkeys(("-".join(parts), word)))
        if len(word) < SHORTEST_DECLINED and word.endswith("."):
            return word, word[:-1]
        if len(word) < SHORTEST_DECLINED or not word[-1].isalpha() or word.isupper() or word.isascii():
            return (word,)
        if case == "Nom" and len(tokens) == 1:
            return (word,)
        forms = [form for form in dictionary.nominatives(word, case, gender) if form[0] == word[0]]
        forms = [form for form in forms if not _is_several(dictionary, form)]
        if not forms and case != "Nom":
            forms = [form for form in sorted(self._called) if _is_shorter(form, word)]
        forms.sort(key=lambda form: form not in self._called or (form == word and case != "Nom"))
        if case == "Nom":
            return tuple(dict.fromkeys((word, *forms)))
        bare = bare_name(word, case, self._language) if gender == "Masc" else None
        known = (set(forms) & self._called) - {word}
        if bare is not None and (set(forms) <= {word} or (_is_guessed(dictionary, word, case) and not known)):
            forms.insert(0, bare)
        return tuple(dict.fromkeys((*forms, word)))


def _is_guessed(dictionary: Dictionary, word: str, case: str | None) -> bool:
    """Whether the dictionary lists no reading of a form in a case that it shows ("Нером" is of "Нер")."""
    read = any(a.case == case and a.number == "Sing" for a in dictionary.analyses(word))
    return case in SHOWN and not (read and dictionary.knows(word))


def _is_several(dictionary: Dictionary, form: str) -> bool:
    """Whether a form is a plural and nothing else ("Хасаны"), which one person's name is not."""
    named = [a for a in dictionary.analyses(form) if a.case == "Nom"]
    return bool(named) and all(a.number == "Plur" for a in named)


def _is_spelt(words: tuple[str, ...]) -> bool:
    """Whether the reference data know a person whose name has the last word to the letter."""
    last = fold_atom(words[-1])
    return any(last in map(fold_atom, split_atoms(t.name)) for t in load_world().people(words))


def _is_shorter(form: str, word: str) -> bool:
    """Whether a name is another without a short ending, for one that is too short for the dictionary ("Ёна")."""
    return len(form) > 1 and word.startswith(form) and 0 < len(word) - len(form) < LONGEST_ENDING


def _case_of(dictionary: Dictionary, tokens: Sequence[Token]) -> str | None:
    """The case that a name stands in: that of most of its words, those that the dictionary knows before others.

    One person is no plural: a surname read as one ("Кабулов", of cities called Kabul) tells nothing.
    """
    named = [t for t in tokens if t.upos in ("PROPN", "NOUN", "X") and "Case" in t.feats]
    single = [t for t in named if t.feats.get("Number") != "Plur"]
    if named and not single and tokens[0].relation == "nsubj":
        return "Nom"
    named = single or named
    oblique = [t for t in named if t.feats["Case"] != "Nom"]
    named = oblique if oblique and tokens[0].relation in ("nmod", "obl", "obj", "iobj") else named
    known = [t for t in named if dictionary.knows(t.form)] or named
    return Counter(t.feats["Case"] for t in known).most_common(1)[0][0] if known else None
