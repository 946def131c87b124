"""Mood and tense by the form of a verb, in languages whose forms say it without doubt.

A treebank of modest size leaves a network unsure of rare moods, and some leave out what is no finite form. Where the
lemma is known, rules of the language's grammar table read them from the ending ("estarían" of "estar" is a
conditional); forms that no rule fits stay as they are.
"""

import re
from functools import cache, lru_cache

import msgspec

from cronistoria.languages.grammar import Conjugation, FormRule, load_grammar
from cronistoria.model.sentence import Sentence, Token, make_sentence

STEM = "{stem}"
READ = ("Mood", "Tense")
THIRD = {"Mood": "Ind", "Number": "Sing", "Person": "3", "Tense": "Pres", "VerbForm": "Fin"}
FINITE = frozenset({"Mood", "VerbForm"})


def with_moods(sentences: tuple[Sentence, ...], language: str) -> tuple[Sentence, ...]:
    """The sentences with mood and tense of their finite verbs as the forms say; linear in the text."""
    reader = _reader(language)
    return sentences if reader is None else tuple(reader.read(sentence) for sentence in sentences)


def with_numbers(sentences: tuple[Sentence, ...], language: str) -> tuple[Sentence, ...]:
    """The sentences with the plural of verbs of the present that lack the ending of the singular ("the army say")."""
    ending = load_grammar(language).singular_ending
    return tuple(_numbered(sentence, ending) for sentence in sentences) if ending else sentences


def _numbered(sentence: Sentence, ending: str) -> Sentence:
    plural = {
        t.index: msgspec.structs.replace(t, feats=t.feats | {"Number": "Plur"})
        for t in sentence.tokens
        if t.upos == "VERB" and t.feats.items() >= THIRD.items() and not t.lower.endswith(ending)
    }
    if not plural:
        return sentence
    return make_sentence(sentence.index, tuple(plural.get(t.index, t) for t in sentence.tokens))


class Rule(msgspec.Struct, frozen=True):
    """A rule ready to be matched; ``whole``: its ending is the whole form and needs no stem."""

    lemma: re.Pattern[str]
    ending: re.Pattern[str]
    whole: bool
    features: dict[str, str]


class FormReader:
    """Reads forms by the rules of one language, and keeps what it has read."""

    def __init__(self, conjugation: Conjugation) -> None:
        self._alternations = [(re.compile(old), new) for old, new in conjugation.alternations]
        self._rules = [_rule(rule) for rule in conjugation.rules]
        stems = ((stem, lemma) for lemma, found in conjugation.irregular.items() for stem in found)
        self._irregular = {s + e: lemma for s, lemma in stems for e in conjugation.irregular_endings}
        self.features = lru_cache(maxsize=1 << 14)(self._of)

    def read(self, sentence: Sentence) -> Sentence:
        """The sentence with the features that its verb forms have."""
        marked = {token.head for token in sentence.tokens if token.relation == "mark"}
        tokens = tuple(self._token(token, marked=token.index in marked) for token in sentence.tokens)
        return make_sentence(sentence.index, tokens) if tokens != sentence.tokens else sentence

    def _token(self, token: Token, *, marked: bool) -> Token:
        """A verb below a subordinator gives no order."""
        form = token.feats.get("VerbForm")
        if token.upos not in ("VERB", "AUX") or form not in (None, "Fin", "Inf"):
            return token
        lemma = self._irregular.get(token.lower)
        if lemma is not None and lemma != token.lemma:
            token = msgspec.structs.replace(token, lemma=lemma)
        found = self.features(token.lower, token.lemma.lower())
        if (
            found is None
            or (form == "Inf" and "Mood" not in found and found.get("VerbForm") != "Part")
            or (token.feats.get("Mood") == "Imp" and found.get("Mood") == "Sub" and not marked)
        ):
            return token
        participle = form == "Inf" and found.get("VerbForm") == "Part"
        if "VerbForm" in found and not participle and not token.feats.keys().isdisjoint(FINITE):
            return token
        kept = {name: value for name, value in token.feats.items() if name not in READ}
        return msgspec.structs.replace(token, feats=kept | {"VerbForm": "Fin"} | found)

    def _of(self, form: str, lemma: str) -> dict[str, str] | None:
        """The features of the first rule that fits a form and its lemma."""
        for rule in self._rules:
            match = rule.lemma.fullmatch(lemma)
            if match and (rule.ending.fullmatch(form) if rule.whole else self._ends(rule.ending, form, match[1])):
                return rule.features
        return None

    def _ends(self, ending: re.Pattern[str], form: str, stem: str) -> bool:
        """Whether a form is a stem, or what it may become, with an ending."""
        return any(form.startswith(s) and ending.fullmatch(form, len(s)) for s in self._stems(stem))

    def _stems(self, stem: str) -> set[str]:
        found = {stem}
        for old, new in self._alternations:
            found |= {old.sub(new, known) for known in found}
        return found


@cache
def _reader(language: str) -> FormReader | None:
    conjugation = load_grammar(language).conjugation
    return FormReader(conjugation) if conjugation is not None else None


def _rule(rule: FormRule) -> Rule:
    whole = not rule.form.startswith(STEM)
    ending = re.compile(rule.form.removeprefix(STEM))
    return Rule(re.compile(rule.lemma), ending, whole, _features(rule.feats))


def _features(written: str) -> dict[str, str]:
    return dict(part.split("=") for part in written.split("|"))
