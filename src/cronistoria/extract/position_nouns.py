"""Positions that a noun tells: the subject of a light verb holds it ("made an offer"), or its possessor ("X's plea").

A word of a sentence comes in, position mentions go out.
"""

from collections.abc import Iterator

from cronistoria.extract import tree
from cronistoria.extract.position_frames import (
    Content,
    Stage,
    addressees,
    agents,
    behind_colon,
    contents,
    goals,
    infinitives_behind,
    possessors,
    under,
    wishes_behind,
)
from cronistoria.extract.position_mentions import Parties, act_of, mentions_of
from cronistoria.extract.position_titles import is_title, title_holders
from cronistoria.extract.position_types import denied_type
from cronistoria.languages.contacts import load_contact_words
from cronistoria.languages.positions import PositionNoun, position_nouns
from cronistoria.languages.quotes import load_quote_words
from cronistoria.model.mention import Phrase, PositionMention
from cronistoria.model.sentence import Token

CONFIDENCE = 0.65
SPELT = frozenset({"threat", "request", "demand", "warning"})
ANSWERS = frozenset({"ADV", "INTJ", "PART", "PROPN"})
STANDING = frozenset({"nsubj", "obj", "root", "appos", "conj", "parataxis", "ccomp"})


def find_noun_positions(stage: Stage, noun: Token) -> Iterator[PositionMention]:
    """ "Nairobi made an appeal": the mentions of a noun, by the first of its entries that somebody holds.

    A title may begin with an answer instead: "Yes of Nairobi to the truce".
    """
    titled = is_title(stage.sentence, noun)
    if noun.upos != "NOUN" and not (titled and noun.upos in ANSWERS):
        return
    for entry in position_nouns(stage.language).get(noun.lemma.lower(), ()):
        if entry.beside and not any(c.keys & entry.beside for c in tree.children_by(stage.sentence, noun, "amod")):
            continue
        by, verb = _holders(stage, noun, entry)
        by = by or (title_holders(stage, noun) if titled else ())
        if not by:
            continue
        anchors = [noun, verb] if verb is not None else [noun]
        heads = {p.head for p in by if p.sentence == stage.sentence.index}
        given = entry.to | load_contact_words(stage.language).addressees if _sent_with(stage, noun) else entry.to
        to = [t for a in anchors for t in addressees(stage, a, given, object_too=False) if t.index not in heads]
        if verb is not None and verb.lemma.lower() in stage.words.receiving:
            to = tree.subjects(stage.sentence, verb) or to
        holders = [stage.sentence.tokens[p.head] for p in by if p.sentence == stage.sentence.index]
        told = contents(stage, noun, entry.content, [*to, *holders])
        if not told and verb is not None:
            told = infinitives_behind(stage, verb, noun) or wishes_behind(stage, verb, noun, entry.content)
            told = told or behind_colon(stage, verb, noun) or _about_beside(stage, verb, noun, entry)
        if not told and entry.to:
            told = goals(stage, anchors, entry.to)
        if not told and entry.cases & set(tree.roles(stage.sentence, noun)):
            continue
        kind = denied_type(stage, verb or noun, entry.type, "keep")
        held = all(c.head in holders for c in told)
        alone = verb is None and held and not to and (noun.relation == "nsubj" or _is_heading(stage, noun))
        if alone and not (titled and _is_spelt_out(stage, noun)):
            continue
        if kind and not any(c.head.keys & entry.not_content for c in told):
            kept = [c for c in told if c.head not in holders]
            yield from mentions_of(stage, act_of(noun, kind, Parties(by, stage.phrases(to)), CONFIDENCE), kept)
            return


def _is_spelt_out(stage: Stage, noun: Token) -> bool:
    """Whether a colon behind a title's noun leads on to what it is of ("Denial of Oslo: no talks")."""
    return any(t.form == ":" for t in stage.sentence.tokens[noun.index :])


def _about_beside(stage: Stage, verb: Token, noun: Token, entry: PositionNoun) -> list[Content]:
    """What a noun is about, hung on the verb behind it ("legte Protest | gegen die Manöver ein")."""
    cases = entry.content - stage.words.genitive - entry.to
    found = under(stage, verb, cases) if cases and noun.relation == "obj" else []
    first = next((t for t in found if t.index > noun.index and t.upos in ("NOUN", "PROPN")), None)
    return [] if first is None else [Content(first, tree.phrase(stage.document, stage.sentence, first).span)]


def _is_heading(stage: Stage, noun: Token) -> bool:
    """Whether a noun stands as a title, without a verb ("The Syrian requests")."""
    return noun.relation == "root" and not any(t.upos in ("VERB", "AUX") for t in stage.sentence.tokens)


def _holders(stage: Stage, noun: Token, entry: PositionNoun) -> tuple[tuple[Phrase, ...], Token | None]:
    """Who takes the position that a noun names, with the verb that says so."""
    sentence = stage.sentence
    verb = sentence.parent(noun)
    light = entry.verbs or stage.words.light
    if verb is not None and verb.upos == "VERB" and verb.lemma.lower() in light:
        if noun in tree.objects(sentence, verb):
            if verb.lemma.lower() in stage.words.receiving:
                return _received(stage, verb, noun), verb
            return agents(stage, verb), verb
        if noun in tree.subjects(sentence, verb) and verb.relation == "acl":
            return agents(stage, verb), verb
    participles = [c for c in tree.children_by(sentence, noun, "acl") if c.lemma.lower() in light]
    if participles and (by := agents(stage, participles[0])):
        return by, participles[0]
    cases = set(tree.roles(sentence, noun))
    if (sent := _sent_with(stage, noun)) is not None:
        verb = sent
    if verb is not None and entry.cases & cases and verb.upos == "VERB":
        return agents(stage, verb), verb
    spelt = entry.type in SPELT and any(_is_spelt(stage, c) for c in tree.children_by(sentence, noun, "acl"))
    if not (entry.alone or spelt) or stage.words.genitive & entry.to or noun.relation not in STANDING:
        return (), None
    told = verb is not None and verb.keys & (stage.words.speech.saying | load_quote_words(stage.language).says)
    if entry.type == "promise" and noun.relation == "obj" and not told and _is_ones_own(stage, noun):
        return (), None
    return possessors(stage, noun, entry.content), None


def _is_ones_own(stage: Stage, noun: Token) -> bool:
    """Whether a possessive stands by a noun: own promises that are kept or broken are not made then."""
    return any(c.feats.get("Poss") == "Yes" for c in tree.children_by(stage.sentence, noun, "nmod"))


def _sent_with(stage: Stage, noun: Token) -> Token | None:
    """The verb whose object is a text that says what a noun names ("sent a letter | with the demand to leave")."""
    text = stage.sentence.parent(noun) if noun.relation == "nmod" else None
    texts = load_contact_words(stage.language).documents
    verb = stage.sentence.parent(text) if text is not None and text.relation == "obj" and text.keys & texts else None
    return verb if verb is not None and verb.upos == "VERB" else None


def _is_spelt(stage: Stage, clause: Token) -> bool:
    """Whether an infinitive says what a noun is of ("the threat | to close the port")."""
    return clause.feats.get("VerbForm") == "Inf" and not tree.is_finite(stage.sentence, clause)


def _received(stage: Stage, verb: Token, noun: Token) -> tuple[Phrase, ...]:
    """The giver of what is received: "support from the leaders"."""
    sentence = stage.sentence
    given = [*tree.obliques(sentence, noun, *sorted(stage.words.agent))]
    if not tree.is_passive(sentence, verb):
        given += tree.obliques(sentence, verb, *sorted(stage.words.agent))
    return stage.phrases(g for g in given if g.upos in ("PROPN", "NOUN", "PRON"))
