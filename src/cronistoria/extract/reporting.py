"""The reporting words of a sentence: verbs that say, accuse or call, who says them and to whom.

A sentence comes in, its cues go out in text order. Trees are asked first; where they leave the speaker out, word
order is ("ha dichiarato all'agenzia il ministro").
"""

from collections.abc import Iterator
from functools import cached_property
from typing import Literal

import msgspec

from cronistoria.extract import tree
from cronistoria.extract.neighbours import nominal_before
from cronistoria.languages.grammar import Grammar
from cronistoria.languages.quotes import QuoteWords
from cronistoria.model.document import Document
from cronistoria.model.mention import Phrase
from cronistoria.model.record import Modality, Polarity
from cronistoria.model.sentence import Sentence, Token
from cronistoria.model.span import Span

CueKind = Literal["says", "acts", "judges"]

NOMINALS = frozenset({"NOUN", "PROPN", "PRON"})
STOPS = frozenset('.;:!?()[]«»“”"–—-')
MARK_SIGNS = frozenset("\"'«»“”„‟‘’‹›`<>")
UNSAID: frozenset[Modality] = frozenset({"planned", "possible", "conditional"})
REACH = 14
COMPANION_REACH = 3


class Cue(msgspec.Struct, frozen=True, kw_only=True):
    """A reporting word: ``token`` in its sentence, its lemma, what kind it is, and whether the saying is certain."""

    sentence: int
    token: Token
    lemma: str
    kinds: frozenset[CueKind]
    polarity: Polarity
    modality: Modality
    span: Span


class Stage:
    """A sentence with the words of its language; its cues are found once."""

    def __init__(self, document: Document, sentence: Sentence, words: QuoteWords, grammar: Grammar) -> None:
        self.document, self.sentence, self.words, self.grammar = document, sentence, words, grammar

    @cached_property
    def cues(self) -> tuple[Cue, ...]:
        """The reporting words, in text order."""
        return tuple(_cues(self))

    def phrase(self, head: Token) -> Phrase:
        """The phrase of a head; a relative pronoun gives its antecedent."""
        found = tree.antecedent(self.sentence, head) or head
        if found.relation in ("flat", "compound") and (above := self.sentence.parent(found)) is not None:
            found = above if above.upos in NOMINALS else found
        return tree.phrase(self.document, self.sentence, found)

    def keys(self, token: Token) -> frozenset[str]:
        """What a word may be listed under: its lemma and its form."""
        return frozenset((token.lemma.lower(), token.lower))

    def text_between(self, start: int, end: int) -> str:
        """The characters between two offsets."""
        return self.document.text[start:end]


def _cues(stage: Stage) -> Iterator[Cue]:
    for token in stage.sentence.tokens:
        if token.upos not in ("VERB", "AUX", "NOUN", "ADJ") or len(token.form) < 3:
            continue
        lemma, kinds = _kinds(stage, token)
        if kinds and _is_said(stage, token):
            yield Cue(
                sentence=stage.sentence.index,
                token=token,
                lemma=lemma,
                kinds=kinds,
                polarity=tree.polarity(stage.sentence, token, stage.grammar),
                modality=_modality(stage, token),
                span=tree.token_span(stage.document, token),
            )


def _kinds(stage: Stage, token: Token) -> tuple[str, frozenset[CueKind]]:
    """The cue that a word is, with its lemma; no kinds if it is none."""
    words, keys = stage.words, stage.keys(token)
    compound = _compound(stage, token)
    if compound:
        return compound, frozenset(("says", "acts"))
    if token.upos not in ("VERB", "AUX"):
        return "", frozenset()
    found: set[CueKind] = set()
    if keys & words.says:
        found |= {"says", "acts"}
    if keys & words.acts:
        found.add("acts")
    if keys & words.judges:
        found |= {"judges", "acts"}
    if not found and token.upos == "VERB" and token.lower.startswith(words.stems):
        found |= {"says", "acts"}
    return token.lemma.lower(), frozenset(found)


def _compound(stage: Stage, token: Token) -> str | None:
    """The cue of two words that a verb makes with a neighbour."""
    keys = stage.keys(token)
    for compound in stage.words.compounds:
        if not keys & compound.lemmas:
            continue
        first = max(token.index - COMPANION_REACH, 0)
        near = stage.sentence.tokens[first : token.index + COMPANION_REACH + 1]
        if any(stage.keys(t) & compound.companions for t in near if t is not token):
            return compound.cue
    return None


def _is_said(stage: Stage, verb: Token) -> bool:
    """Whether somebody else than the writer has said it: no infinitive of purpose, no first person, no modal."""
    sentence = stage.sentence
    carrier = tree.finite_form(sentence, verb)
    if carrier.feats.get("Person") in ("1", "2") or carrier.feats.get("Mood") == "Imp":
        return False
    own = [s for s in sentence.children(verb) if s.relation == "nsubj"]
    if any(s.feats.get("Person") in ("1", "2") for s in own):
        return False
    helpers = {k for a in tree.children_by(sentence, verb, "aux") for k in stage.keys(a)}
    if helpers & (stage.grammar.possibility | stage.grammar.necessity | stage.grammar.volition):
        return False
    return verb.feats.get("VerbForm") != "Inf" or tree.is_finite(sentence, verb) or _is_carried(stage, verb)


def _is_carried(stage: Stage, verb: Token) -> bool:
    """Whether an infinitive hangs on a verb that leaves it said ("ha voluto precisare")."""
    above = stage.sentence.parent(verb)
    return above is not None and bool(stage.keys(above) & stage.words.carriers)


def _modality(stage: Stage, verb: Token) -> Modality:
    found = tree.modality(stage.sentence, verb, stage.grammar)
    carrier = tree.finite_form(stage.sentence, verb)
    if found == "planned" and carrier.feats.get("Mood") == "Cnd" and stage.grammar.conditional_is_hearsay:
        return "hearsay"
    return found


def speaker_of(stage: Stage, cue: Cue, *, inverted: bool = False) -> Phrase | None:
    """Who says it: the subject, the agent of a passive, whoever stands behind the verb, or a dropped subject.

    ``inverted``: the verb follows what is said, so that its subject is sought behind it first.
    """
    sentence, verb = stage.sentence, cue.token
    above = sentence.parent(verb)
    if verb.feats.get("VerbForm") == "Inf" and above is not None and stage.keys(above) & stage.words.carriers:
        verb = above
    if tree.is_passive(sentence, verb):
        return _agent(stage, verb)
    if inverted and (behind := subject_behind(stage, cue.token)) is not None:
        return stage.phrase(behind)
    heads = [s for s in tree.subjects(sentence, verb) if _may_speak(stage, s)]
    if heads:
        return stage.phrase(_named(stage, heads[0]))
    return _unspoken(stage, verb)


def _unspoken(stage: Stage, verb: Token) -> Phrase | None:
    """A speaker that the tree does not give: read from word order, else a dropped subject."""
    before = nominal_before(stage.sentence, verb)
    if before is not None and _may_speak(stage, before) and (before.relation in ("nsubj", "root") or _is_name(before)):
        return stage.phrase(before)
    if tree.is_finite(stage.sentence, verb) or verb.relation in ("conj", "advcl", "parataxis"):
        return tree.dropped_subject(stage.document, stage.sentence, verb)
    return None


def _agent(stage: Stage, verb: Token) -> Phrase | None:
    sentence = stage.sentence
    agents = tree.passive_agents(sentence, verb) or tree.obliques(sentence, verb, *sorted(stage.words.agent_cases))
    return stage.phrase(agents[0]) if agents else None


def _named(stage: Stage, head: Token) -> Token:
    """The name behind a bare common noun of the same speaker ("the minister, X"): apposition wins for persons."""
    return head


def _may_speak(stage: Stage, token: Token) -> bool:
    return token.upos in NOMINALS and token.relation != "csubj" and token.feats.get("Person") not in ("1", "2")


def _is_name(token: Token) -> bool:
    return token.upos == "PROPN" or token.entity.endswith("PER")


def subject_behind(stage: Stage, verb: Token) -> Token | None:
    """The head of the first nominal behind a verb that stands under no adposition."""
    own = [s for s in stage.sentence.children(verb) if s.relation == "nsubj" and s.index > verb.index]
    if own and _may_speak(stage, own[0]):
        return own[0]
    in_phrase, seen = False, False
    for token in stage.sentence.tokens[verb.index + 1 : verb.index + 1 + REACH]:
        if token.form in STOPS or token.upos in ("VERB", "SCONJ") or (token.form == "," and seen):
            return None
        if token.upos == "ADP":
            in_phrase, seen = True, False
        elif token.upos == "DET" and in_phrase and seen:
            in_phrase = False
        elif token.upos in NOMINALS and token.relation != "expl":
            if in_phrase and seen and token.entity.startswith("B-"):
                in_phrase = False
            if not in_phrase and _may_speak(stage, token) and not _is_time(token):
                return _top(stage.sentence, token, verb)
            seen = True
    return None


def _is_time(token: Token) -> bool:
    return token.relation == "obl" and token.upos == "NOUN" and token.entity == "O"


def _top(sentence: Sentence, token: Token, verb: Token) -> Token:
    """The head of the nominal that a word opens, not beyond the verb."""
    for _ in range(REACH):
        above = sentence.parent(token)
        if above is None or above.index <= verb.index or above.upos not in NOMINALS or token.relation == "nsubj":
            return token
        if above.index < token.index and token.relation not in ("flat", "compound"):
            return token
        token = above
    return token


def audience_of(stage: Stage, cue: Cue) -> tuple[Phrase, ...]:
    """Whom it is told: "to reporters", and the object of verbs such as "tell"."""
    sentence, verb = stage.sentence, cue.token
    found = [t for t in tree.obliques(sentence, verb, *sorted(stage.words.audience_cases)) if _is_listener(stage, t)]
    if stage.keys(verb) & stage.words.audience_objects:
        found += [t for t in tree.objects(sentence, verb) if t.upos in NOMINALS and t.index > verb.index]
    return tuple(dict.fromkeys(stage.phrase(t) for t in found))


def _is_listener(stage: Stage, token: Token) -> bool:
    named = token.entity[2:] in ("PER", "ORG")
    return named or bool(stage.keys(token) & (stage.words.persons | stage.words.outlets))


def principal_of(stage: Stage, speaker: Phrase | None) -> Phrase | None:
    """On whose behalf a spokesperson speaks ("la portavoce della Casa Bianca")."""
    if speaker is None or speaker.dropped or speaker.sentence != stage.sentence.index:
        return None
    head = stage.sentence.tokens[speaker.head]
    near = [head, *tree.children_by(stage.sentence, head, "appos", "nmod", "compound", "flat")]
    office = next((t for t in near if stage.keys(t) & stage.words.spokespeople), None)
    if office is None:
        return None
    bodies = tree.obliques(stage.sentence, office, *sorted(stage.words.genitive))
    bodies += [] if bodies else tree.children_by(stage.sentence, office, "compound", "nmod")
    body = next((b for b in bodies if b is not head and not b.entity.endswith("PER")), None)
    return stage.phrase(body) if body is not None else None
