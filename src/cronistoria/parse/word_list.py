"""A check on lemmas: what no word list knows is probably no word, and gives way to what the list says of the form.

The model makes lemmas of unseen words by edits and now and then invents one ("fuocho"). The lists are simplemma's; a
language's list is loaded when the first unseen word of it comes.
"""

from functools import lru_cache

import simplemma
from simplemma.strategies.dictionaries.dictionary_factory import SUPPORTED_LANGUAGES

OPEN_CLASSES = frozenset({"NOUN", "VERB", "ADJ", "ADV"})
_LEAST = 3


class WordList:
    """The word list of a language; one without a list trusts every lemma."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._has_list = language in SUPPORTED_LANGUAGES
        self.checked = lru_cache(maxsize=1 << 16)(self._checked)

    def _checked(self, form: str, upos: str, lemma: str) -> str:
        """The lemma if it is a word and, of a verb, a base form; else the list's for it or for the form.

        >>> WordList("it").checked("fuochi", "NOUN", "fuocho")
        'fuoco'
        """
        if not self._has_list or upos not in OPEN_CLASSES or len(lemma) < _LEAST or not lemma.isalpha():
            return lemma
        if self._is_word(lemma):
            base = simplemma.lemmatize(lemma, lang=self._language) if upos == "VERB" else lemma
            return base if len(base) >= len(lemma) else lemma
        listed = simplemma.lemmatize(form.lower(), lang=self._language)
        return listed if self._is_word(listed) else lemma

    def knows(self, word: str) -> bool:
        """Whether the word is on the list."""
        return self._has_list and self._is_word(word)

    def _is_word(self, lemma: str) -> bool:
        return simplemma.is_known(lemma, lang=self._language)
