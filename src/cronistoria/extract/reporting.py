"""The reporting words of a sentence: verbs that say, accuse or call, to whom and on whose behalf.

A sentence comes in, its cues go out in text order. Who says them is asked of `speakers`.
"""

from collections.abc import Iterator
from functools import cached_property
from typing import Literal

import msgspec

from cronistoria.extract import reality, tree
from cronistoria.extract.gazetteer import Meaning, load_gazetteer
from cronistoria.languages.grammar import Grammar
from cronistoria.languages.positions import load_position_words
from cronistoria.languages.quotes import QuoteWords
from cronistoria.model.document import Document
from cronistoria.model.mention import Phrase
from cronistoria.model.record import Modality, Polarity
from cronistoria.model.sentence import Sentence, Token
from cronistoria.model.span import Span

CueKind = Literal["says", "acts", "judges"]

NOMINALS = frozenset({"NOUN", "PROPN", "PRON"})
MARK_SIGNS = frozenset("\"'«»“”„‟‘’‹›`<>")
UNSAID: frozenset[Modality] = frozenset({"planned", "possible", "conditional"})
COMPANION_REACH = 3
NAME_LENGTH = 8


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
        found = self.antecedent(head) or head
        above = self.sentence.parent(found)
        if found.relation in ("flat", "compound") and above is not None and above.upos in NOMINALS:
            if found.entity.startswith("B-") and above.entity != "O":
                return self._name(found)
            found = above
        return tree.phrase(self.document, self.sentence, found)

    def antecedent(self, word: Token) -> Token | None:
        """What a relative pronoun stands for: behind a comma the person, not whose it is; ``None`` for others."""
        found = tree.antecedent(self.sentence, word) or self._noun_before(word)
        if found is None or word.index == 0 or self.sentence.tokens[word.index - 1].form != ",":
            return found
        above = self.sentence.parent(found)
        owned = found.relation == "nmod" and above is not None and bool(above.keys & self.words.persons)
        return above if owned else found

    def _noun_before(self, relative: Token) -> Token | None:
        """What a relative pronoun stands for by word order, where the tree has no relative clause."""
        if relative.upos != "PRON" or relative.lemma.lower() not in self.grammar.relatives or relative.index == 0:
            return None
        last = self.sentence.tokens[relative.index - 1]
        if last.form == "," and relative.index > 1:
            last = self.sentence.tokens[relative.index - 2]
        return _top_of_nominal(self.sentence, last) if last.upos in NOMINALS else None

    def _name(self, first: Token) -> Phrase:
        """The words of one name, for names that the tree has run together."""
        last = first
        for token in self.sentence.tokens[first.index + 1 :]:
            if not token.entity.startswith("I-"):
                break
            last = token
        return Phrase(self.sentence.index, first.index, self.document.span(first.start, last.end))

    def is_thought_inside(self, cue: Cue) -> bool:
        """Whether a cue only tells what somebody thinks, in somebody else's words ("he said that Iran believes")."""
        if not cue.token.keys & self.words.beliefs:
            return False
        cues = {c.token.index for c in self.cues if c is not cue}
        return any(above.index in cues for above in tree.ancestors(self.sentence, cue.token))

    def text_between(self, start: int, end: int) -> str:
        """The characters between two offsets."""
        return self.document.text[start:end]


def _top_of_nominal(sentence: Sentence, token: Token) -> Token:
    """The head of the name or noun that a word ends."""
    for _ in range(NAME_LENGTH):
        above = sentence.parent(token)
        if above is None or above.index > token.index or token.relation not in ("flat", "compound", "amod", "appos"):
            return token
        token = above
    return token


def _cues(stage: Stage) -> Iterator[Cue]:
    for token in stage.sentence.tokens:
        if token.upos not in ("VERB", "AUX", "NOUN", "ADJ") or len(token.form) < 3:
            continue
        lemma, kinds = _kinds(stage, token)
        if kinds and _is_said(stage, token) and not _gives_name(stage, token):
            yield Cue(
                sentence=stage.sentence.index,
                token=token,
                lemma=lemma,
                kinds=kinds,
                polarity=reality.polarity(stage.sentence, token, stage.grammar),
                modality=_modality(stage, token),
                span=tree.token_span(stage.document, token),
            )


def _kinds(stage: Stage, token: Token) -> tuple[str, frozenset[CueKind]]:
    """The cue that a word is, with its lemma; no kinds if it is none."""
    words, keys = stage.words, token.keys
    compound = companion_of(stage, token)
    if compound:
        return compound[0], frozenset(("says", "acts"))
    if token.upos not in ("VERB", "AUX"):
        return "", frozenset()
    found: set[CueKind] = set()
    if keys & words.says or (keys & words.shows and _is_shown_by_paper(stage, token)):
        found |= {"says", "acts"}
    if keys & words.acts:
        found.add("acts")
    if keys & words.judges:
        found |= {"judges", "acts"}
    if not found and token.upos == "VERB" and token.lower.startswith(words.stems):
        found |= {"says", "acts"}
    return token.lemma.lower(), frozenset(found)


def _is_shown_by_paper(stage: Stage, verb: Token) -> bool:
    """Whether the subject of a verb is something written ("the report shows that", not "the raid shows that")."""
    return any(s.keys & stage.words.papers for s in tree.children_by(stage.sentence, verb, "nsubj"))


def companion_of(stage: Stage, token: Token) -> tuple[str, Token] | None:
    """The cue of two words that a verb makes with a neighbour, and the neighbour."""
    keys = token.keys
    for compound in stage.words.compounds:
        if not keys & compound.lemmas:
            continue
        first = max(token.index - COMPANION_REACH, 0)
        near = [*stage.sentence.tokens[first : token.index + COMPANION_REACH + 1]]
        near += tree.children_by(stage.sentence, token, "xcomp", "advmod", "compound")
        beside = next((t for t in near if t.keys & compound.companions and t is not token), None)
        if beside is not None:
            return compound.cue, beside
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
    helpers = {k for a in tree.children_by(sentence, verb, "aux") for k in a.keys}
    if helpers & (stage.grammar.possibility | stage.grammar.necessity | stage.grammar.volition):
        return False
    if helpers & load_position_words(stage.document.language).speech.duties and verb.feats.get("VerbForm") == "Part":
        return False
    if tree.is_finite(sentence, verb) or _is_carried(stage, verb):
        return True
    auxiliaries = {a.feats.get("VerbForm") for a in tree.children_by(sentence, verb, "aux")}
    return verb.feats.get("VerbForm") != "Inf" and "Inf" not in auxiliaries


def _gives_name(stage: Stage, verb: Token) -> bool:
    """Whether a bare participle only says what somebody is called ("Rossi, detto Barbecue, …")."""
    bare = verb.feats.get("VerbForm") == "Part" and not tree.children_by(stage.sentence, verb, "aux", "cop")
    following = stage.sentence.tokens[verb.index + 1 : verb.index + 2]
    led = verb.index > 1 and stage.sentence.tokens[verb.index - 1].form == ","
    return bare and led and bool(following) and following[0].upos == "PROPN" and bool(verb.keys & stage.words.judges)


def _is_carried(stage: Stage, verb: Token) -> bool:
    """Whether an infinitive hangs on a verb that leaves it said ("ha voluto precisare")."""
    above = stage.sentence.parent(verb)
    return above is not None and bool(above.keys & stage.words.carriers)


def goes_on_from(stage: Stage, verb: Token) -> bool:
    """Whether a verb only goes on from the one before it: a bare gerund or present participle ("…, adding that")."""
    form, tense = verb.feats.get("VerbForm"), verb.feats.get("Tense")
    bare = not tree.children_by(stage.sentence, verb, "aux", "cop", "nsubj")
    return bare and (form == "Ger" or (form == "Part" and tense == "Pres"))


def end_of_name(stage: Stage, head: Token) -> int:
    """The last word of a source, with the name behind its title, also between commas ("the minister, Jo Roe, …")."""
    tokens, inside = stage.sentence.tokens, tree.phrase_tokens(stage.sentence, head)
    last = max(t.index for t in inside)
    for name in (c for t in inside for c in tree.children_by(stage.sentence, t, "appos") if c.entity == "B-PER"):
        words = tree.phrase_tokens(stage.sentence, name)
        end = max(t.index for t in words)
        apart = [t.form for t in tokens[last + 1 : words[0].index]]
        closed = not apart or (apart == [","] and [t.form for t in tokens[end + 1 : end + 2]] == [","])
        if words[0].index > last and closed:
            last = end
    return last


def _is_past(stage: Stage, verb: Token) -> bool:
    """Whether something was said, so that an if-clause beside it belongs to what was said."""
    conditional = reality.is_conditional_clause(stage.sentence, verb, stage.grammar)
    return not conditional and reality.tense(stage.sentence, verb, stage.grammar) == "past"


def _opens_condition(stage: Stage, verb: Token) -> bool:
    """Whether an if-clause that hangs on a verb stands behind the word or the colon that opens what is said."""
    if reality.is_conditional_clause(stage.sentence, verb, stage.grammar):
        return False
    behind = [c for c in tree.children_by(stage.sentence, verb, "advcl") if c.index > verb.index]
    first = min((c.index for c in behind), default=verb.index)
    between = stage.sentence.tokens[verb.index + 1 : first]
    opening = stage.words.complementisers - stage.grammar.conditional_markers
    return any(t.form == ":" or (t.keys & opening and t.upos == "SCONJ") for t in between)


def _modality(stage: Stage, verb: Token) -> Modality:
    found = reality.modality(stage.sentence, verb, stage.grammar)
    carrier = tree.finite_form(stage.sentence, verb)
    hangs = found == "conditional" and carrier.feats.get("Mood") != "Cnd"
    if hangs and (_is_past(stage, verb) or _opens_condition(stage, verb)):
        return "asserted"
    if found == "planned" and carrier.feats.get("Mood") == "Cnd" and stage.grammar.conditional_is_hearsay:
        return "hearsay"
    return found


def audience_of(stage: Stage, cue: Cue) -> tuple[Phrase, ...]:
    """Whom it is told: "to reporters", and the object of verbs such as "tell"."""
    sentence, verb = stage.sentence, cue.token
    companion = companion_of(stage, verb)
    verbs = [verb] if companion is None else [verb, companion[1]]
    given = [t for v in verbs for t in tree.obliques(sentence, v, *sorted(stage.words.audience_cases))]
    given = [t for t in given if companion is not None or t.deprel == "iobj"]
    found = [t for t in tree.obliques(sentence, verb, *sorted(stage.words.audience_cases)) if _is_listener(stage, t)]
    found += [t for t in given if t not in found and (_is_listener(stage, t) or _is_state(stage, t))]
    if verb.keys & stage.words.audience_objects:
        told = [*tree.objects(sentence, verb), *tree.children_by(sentence, verb, "iobj")]
        behind = [t for t in told if t.index > verb.index or t.deprel == "nsubj:pass"]
        found += [t for t in behind if t.upos in NOMINALS]
    return tuple(dict.fromkeys(stage.phrase(t) for t in found))


def _is_listener(stage: Stage, token: Token) -> bool:
    named = token.entity[2:] in ("PER", "ORG")
    return named or bool(token.keys & (stage.words.persons | stage.words.outlets))


def _is_state(stage: Stage, token: Token) -> bool:
    """Whether a name is that of a state, not of a town in which something is said ("let Oslo know", "said in Oslo")."""
    if not token.entity.endswith("LOC"):
        return False
    matches = load_gazetteer(stage.document.language).matches(stage.document, stage.sentence)
    return any(m.first <= token.index <= m.last and _means_state(m.meanings) for m in matches)


def _means_state(meanings: tuple[Meaning, ...]) -> bool:
    kinds = {meaning.kind for meaning in meanings}
    return bool(kinds & {"state", "body"}) and "seat" not in kinds


def principal_of(stage: Stage, speaker: Phrase | None) -> Phrase | None:
    """On whose behalf a spokesperson speaks ("la portavoce della Casa Bianca")."""
    if speaker is None or speaker.dropped or speaker.sentence != stage.sentence.index:
        return None
    head = stage.sentence.tokens[speaker.head]
    near = [head, *tree.children_by(stage.sentence, head, "appos", "nmod", "compound", "flat")]
    office = next((t for t in near if t.keys & stage.words.spokespeople), None)
    if office is None:
        return None
    bodies = tree.obliques(stage.sentence, office, *sorted(stage.words.genitive))
    bodies += [] if bodies else tree.children_by(stage.sentence, office, "compound", "nmod")
    body = next((b for b in bodies if b is not head and not b.entity.endswith("PER")), None)
    return stage.phrase(body) if body is not None else None
