"""Mood and tense by the form of a verb, in languages whose forms say it without doubt.

A treebank of modest size leaves a network unsure of rare moods. Where the lemma is known, rules of the language's
grammar table read them from the ending ("estarían" of "estar" is a conditional); forms that no rule fits stay as they
are.
"""

import re
from functools import cache, lru_cache

import msgspec

from cronistoria.languages.grammar import Conjugation, load_grammar
from cronistoria.model.sentence import Sentence, Token, make_sentence

STEM = "{stem}"
READ = ("Mood", "Tense")


def with_moods(sentences: tuple[Sentence, ...], language: str) -> tuple[Sentence, ...]:
    """The sentences with mood and tense of their finite verbs as the forms say; linear in the text."""
    reader = _reader(language)
    return sentences if reader is None else tuple(reader.read(sentence) for sentence in sentences)


class FormReader:
    """Reads forms by the rules of one language, and keeps what it has read."""

    def __init__(self, conjugation: Conjugation) -> None:
        self._conjugation = conjugation
        self._rules = [(re.compile(rule.lemma), rule.form, _features(rule.feats)) for rule in conjugation.rules]
        self.features = lru_cache(maxsize=1 << 14)(self._of)

    def read(self, sentence: Sentence) -> Sentence:
        """The sentence with the features that its verb forms have."""
        tokens = tuple(self._token(token) for token in sentence.tokens)
        return make_sentence(sentence.index, tokens) if tokens != sentence.tokens else sentence

    def _token(self, token: Token) -> Token:
        if token.upos not in ("VERB", "AUX") or token.feats.get("VerbForm") not in (None, "Fin"):
            return token
        found = self.features(token.lower, token.lemma.lower())
        if found is None or (token.feats.get("Mood") == "Imp" and found.get("Mood") == "Sub"):
            return token
        kept = {name: value for name, value in token.feats.items() if name not in READ}
        return msgspec.structs.replace(token, feats=kept | found | {"VerbForm": "Fin"})

    def _of(self, form: str, lemma: str) -> dict[str, str] | None:
        """The features of the first rule that fits a form and its lemma."""
        for pattern, template, features in self._rules:
            match = pattern.fullmatch(lemma)
            if match and re.fullmatch(template.replace(STEM, self._stems(match)), form):
                return features
        return None

    def _stems(self, match: re.Match[str]) -> str:
        """The stem that the lemma's pattern marks, and what it may become before an ending."""
        stem = match[1] if match.re.groups else match[0]
        found = {stem}
        for old, new in self._conjugation.alternations:
            found |= {re.sub(old, new, known) for known in sorted(found)}
        return "(?:" + "|".join(re.escape(known) for known in sorted(found)) + ")"


@cache
def _reader(language: str) -> FormReader | None:
    conjugation = load_grammar(language).conjugation
    return FormReader(conjugation) if conjugation is not None else None


def _features(written: str) -> dict[str, str]:
    return dict(part.split("=") for part in written.split("|"))
