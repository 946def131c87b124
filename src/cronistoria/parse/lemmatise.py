"""The lemma of a word: the treebanks' where they agree, else the likeliest edit of the form that makes a known word.

The model makes lemmas of unseen words by edits and now and then invents one ("fuocho"); a word list tells.
"""

from collections.abc import Mapping, Sequence

from cronistoria.parse.lemma import WHOLE, apply_script
from cronistoria.parse.word_list import WordList

OPEN_CLASSES = frozenset({"NOUN", "VERB", "ADJ", "ADV"})
_LEAST = 3


class Lemmatiser:
    """Lemmas of one language: ``lexicon`` has those of ``form|UPOS`` that are certain."""

    def __init__(self, lexicon: Mapping[str, str], words: WordList) -> None:
        self._lexicon, self._words = lexicon, words

    def certain(self, form: str, upos: str) -> str | None:
        """The lemma that needs no model; marks are their own."""
        if upos == "PUNCT":
            return form
        return self._lexicon.get(f"{form if upos == 'PROPN' else form.lower()}|{upos}")

    def best(self, form: str, upos: str, scripts: Sequence[str]) -> str:
        """The lemma by one of the scripts, the likeliest first; the list's, where none makes a word."""
        made = apply_script(form, scripts[0])
        if upos not in OPEN_CLASSES or len(made) < _LEAST or not made.isalpha():
            return made
        if self._words.is_base(made):
            return made
        if upos == "VERB":
            return self._of_verb(form, made)
        others = (apply_script(form, script) for script in scripts[1:] if not script.startswith(WHOLE))
        base = next((lemma for lemma in others if self._words.is_base(lemma)), None)
        return base or (made if self._words.lemma(made) is not None else self._words.lemma(form) or made)

    def _of_verb(self, form: str, made: str) -> str:
        """The list's lemma of the form, or of what was made of it, if it is no shorter."""
        of_form, of_made = self._words.lemma(form), self._words.lemma(made)
        if of_form is not None:
            return of_form
        return of_made if of_made is not None and len(of_made) >= len(made) else made
