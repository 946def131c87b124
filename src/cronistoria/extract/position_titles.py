"""Positions that a title tells with a noun or an answer alone: "Appeal of the UN to Oslo", "Yes of Roe to a truce".

A word of a sentence comes in; whether a title begins with it, and whose position it is, go out.
"""

from cronistoria.extract import tree
from cronistoria.extract.position_frames import Stage
from cronistoria.languages.quotes import load_quote_words
from cronistoria.model.mention import Phrase
from cronistoria.model.sentence import Sentence, Token

INSIDE = frozenset({"nsubj", "csubj", "obj", "iobj", "obl", "nmod", "det", "case", "mark", "amod", "compound"})
WHOLE = frozenset({"det", "case", "cop", "nsubj", "aux", "mark"})
BREAKS = frozenset(',:-\u2013\u2014|\u00ab"')


def is_title(sentence: Sentence, word: Token) -> bool:
    """Whether a noun without an article, or an answer, begins a title or what follows on its topic ("Oslo, no of")."""
    below = sentence.children(word)
    if word.relation in INSIDE or any(c.relation in WHOLE for c in below):
        return False
    first = min((c.index for c in below if c.relation != "punct"), default=word.index)
    ahead = sentence.tokens[: min(first, word.index)]
    topic = all(t.upos not in ("VERB", "AUX") for t in ahead)
    return topic and (not ahead or ahead[-1].form in BREAKS)


def title_holders(stage: Stage, word: Token) -> tuple[Phrase, ...]:
    """Whose a title's noun is: the named one or the person under an adposition of owners right behind it."""
    cases = stage.words.genitive | stage.words.agent | stage.words.seats
    persons = load_quote_words(stage.language).persons
    owners = tree.children_by(stage.sentence, word, "nmod:poss") + tree.obliques(stage.sentence, word, *sorted(cases))
    known = [o for o in owners if o.entity != "O" or o.upos == "PROPN" or o.keys & persons]
    first = [
        o for o in known if tree.first_conjunct(stage.sentence, o) is tree.first_conjunct(stage.sentence, known[0])
    ]
    return stage.phrases(first)
