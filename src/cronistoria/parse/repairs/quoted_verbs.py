"""Verbs at the end of a quotation that were taken for helpers of the reporting verb: "« X | aurait | un prix », a dit".

A word inside marks is no auxiliary of a verb behind them that has one of its own. Sentences come in, the same words go
out: the word is the predicate of what is said, and what stands before the closing mark hangs on it.
"""

import msgspec

from cronistoria.model.sentence import Sentence, make_sentence

CLOSING = frozenset('»”"')


def with_quoted_verbs(sentences: tuple[Sentence, ...]) -> tuple[Sentence, ...]:
    """The sentences of a report, with the verbs of quotations as such."""
    return tuple(_mended(sentence) for sentence in sentences)


def _mended(sentence: Sentence) -> Sentence:
    for word in sentence.tokens:
        verb = sentence.parent(word) if word.relation == "aux" and word.feats.get("VerbForm") == "Fin" else None
        if verb is None or verb.index < word.index or verb.upos != "VERB":
            continue
        closing = next((t.index for t in sentence.tokens[word.index : verb.index] if t.form in CLOSING), None)
        others = [c for c in sentence.children(verb) if c.relation == "aux" and c.index > (closing or verb.index)]
        if closing is None or not others:
            continue
        moved = {
            c.index: msgspec.structs.replace(c, head=word.index)
            for c in sentence.children(verb)
            if c.index <= closing and c is not word
        }
        changed = moved | {word.index: msgspec.structs.replace(word, upos="VERB", deprel="ccomp")}
        return make_sentence(sentence.index, tuple(changed.get(t.index, t) for t in sentence.tokens))
    return sentence
