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
        others = (apply_script(form, script) for script in scripts[1:] if not script.startswith(WHOLE))
        base = next((lemma for lemma in (made, *others) if self._words.is_base(lemma)), None)
        return base if base is not None else self._listed(form, upos, made)

    def _listed(self, form: str, upos: str, made: str) -> str:
        """What the list says of a form whose likely lemmas are no base forms."""
        of_form, of_made = self._words.lemma(form), self._words.lemma(made)
        if of_form is not None and (upos == "VERB" or of_made is None):
            return of_form
        if upos == "VERB" and of_made is not None and len(of_made) >= len(made):
            return of_made
        return made
