"""Positions that a verb tells: "demands", "threatens to", "has rejected", as far as its complements fit.

A word of a sentence comes in, position mentions go out: several where the content is several clauses.
"""

from collections.abc import Iterator, Sequence

import msgspec

from cronistoria.extract import reality, tree
from cronistoria.extract.conditions import otherwise_of
from cronistoria.extract.marks import with_closing_mark
from cronistoria.extract.position_frames import (
    PARTY_TAGS,
    Content,
    Stage,
    addressees,
    agents,
    contents,
    cues_beside,
    things,
    to_break,
    under_parties,
)
from cronistoria.extract.position_grants import answers_alone, given_to, lengths, spelt_out, tasks, telling_of_own
from cronistoria.extract.position_mentions import HINGED, Act, Parties, act_of, mention_of, mentions_of
from cronistoria.extract.position_terms import terms_of
from cronistoria.extract.position_types import denied_type, denies, is_to_come, names_intention
from cronistoria.extract.speech_demands import find_demand
from cronistoria.extract.speech_judgements import find_suffering
from cronistoria.languages.actors import load_actors
from cronistoria.languages.events import load_event_words
from cronistoria.languages.positions import PositionVerb, position_verbs
from cronistoria.languages.quotes import load_quote_words
from cronistoria.model.mention import Phrase, PositionMention
from cronistoria.model.record import PositionType
from cronistoria.model.sentence import Token

CONFIDENCE = 0.8
DEMANDED: frozenset[PositionType] = frozenset({"demand", "request"})
FOLLOWING = frozenset({"conj", "parataxis", "advcl", "ccomp", "acl", "root"})
PREDICATES = frozenset({"VERB", "AUX", "ADJ"})
ASKED: frozenset[PositionType] = frozenset({"demand", "request", "offer", "promise"})


def find_verb_positions(stage: Stage, verb: Token) -> Iterator[PositionMention]:
    """ "Belgrade demands the withdrawal": the mentions of a verb, by the first of its entries that fits."""
    if verb.upos not in ("VERB", "AUX"):
        return
    entry = next((e for e in _entries(stage, verb) if _fits(stage, verb, e)), None)
    if entry is None or _is_left_open(stage, verb):
        return
    by = () if _is_bare_participle(stage, verb) else agents(stage, verb)
    harms = _harms(stage, verb, entry)
    by_object = entry.object_is_to and not harms and bool(things(stage, verb))
    adpositions = entry.to - entry.content if by_object else entry.to
    to = addressees(stage, verb, adpositions, object_too=by_object)
    to = [t for t in to if not (by_object and t.keys & entry.objects)] or to
    to += [t for h in harms for t in addressees(stage, h, entry.to, object_too=False)]
    if entry.objects and not to:
        to = [t for o in things(stage, verb) for t in addressees(stage, o, entry.to, object_too=False)]
    if entry.type in ("demand", "request") and not to:
        to = [a for o in things(stage, verb) for a in _givers(stage, o)]
    near = to or _named_beside_clause(stage, verb, entry) or _addressed_above(stage, verb) or given_to(stage, verb)
    to = [t for t in near if t.lower not in stage.grammar.place_pronouns]
    told = contents(stage, verb, entry.content, to if entry.object_is_to else ())
    told = [spelt_out(stage, verb, content, entry) for content in told]
    told = told or tasks(stage, verb, entry) or _around(stage, verb)
    told = told or ([] if to and entry.type in HINGED else _behind_colon(stage, verb))
    if not told and to:
        cases = frozenset(c.index for c in tree.children_by(stage.sentence, to[0], "case"))
        whole = tree.clause_span(stage.document, stage.sentence, to[0], without=cases)
        told = [Content(to[0], to_break(stage, to[0], whole))]
    told = [_with_its_end(stage, content, to) for content in told]
    biddings = _biddings(stage, told) if entry.type == "warning" and by else []
    if biddings:
        yield from _demanded(stage, by, biddings)
        told = [c for c in told if not any(_is_told_with(stage, c, act.trigger) for act, _ in biddings)]
        if not told:
            return
    kind = denied_type(stage, verb, entry.type, entry.negated)
    if by and kind and entry.type == "precondition":
        yield from _preconditions(stage, verb, entry, act_of(verb, kind, Parties(by, stage.phrases(to)), CONFIDENCE))
    elif kind and kind[0] == "accusation" and not by and to and tree.is_passive(stage.sentence, verb):
        act = act_of(verb, kind, Parties(to=stage.phrases(to), side="untold"), CONFIDENCE)
        yield from mentions_of(stage, act, told)
    elif kind and (by or (speaker := telling_of_own(stage, verb, entry, to)) is not None):
        asks = Parties(by) if by else Parties(speaker=speaker)
        parties = msgspec.structs.replace(asks, to=stage.phrases(to), order=bool(verb.keys & stage.words.orders))
        act = act_of(verb, kind, parties, CONFIDENCE)
        bidding = told if entry.type in ("demand", "request") and not to else []
        yield from _bidden(stage, act, bidding) if bidding else mentions_of(stage, act, told)
        if entry.type in DEMANDED:
            asked = [t for content in bidding for t in _doers(stage, verb, content)]
            parties = msgspec.structs.replace(parties, to=parties.to or stage.phrases(asked))
            yield from _or_else(stage, msgspec.structs.replace(act, parties=parties))


def _addressed_above(stage: Stage, verb: Token) -> list[Token]:
    """Whom the verb addresses that an infinitive or a gerund goes with ("turned to Oslo | to ask for help")."""
    above = stage.sentence.parent(verb) if verb.relation == "advcl" else None
    reading = load_actors(stage.language).reading
    if above is None or not above.keys & reading.addressing_verbs or tree.is_finite(stage.sentence, verb):
        return []
    return [t for t in tree.obliques(stage.sentence, above, *sorted(reading.near)) if t.upos in PARTY_TAGS]


def _is_left_open(stage: Stage, verb: Token) -> bool:
    """Whether somebody only asks, or does not know, if it will be so ("did not know whether they would accept")."""
    marks = set(tree.mark_lemmas(stage.sentence, verb)) & load_event_words(stage.language).hypothetical
    asked = verb.relation == "ccomp" and bool(marks) and tree.is_finite(stage.sentence, verb)
    return asked or reality.is_of_whoever(stage.sentence, verb)


def _or_else(stage: Stage, act: Act) -> Iterator[PositionMention]:
    """What follows if a demand is not met: "demanded that they leave, otherwise the army will attack".

    Whatever the own side will do then is a threat.
    """
    sentence = stage.sentence
    above = sentence.parent(act.trigger)
    heads = (act.trigger, *((above,) if above is not None and act.trigger.relation != "root" else ()))
    below = [t for head in heads for t in tree.subtree(sentence, head) if t.index > act.trigger.index]
    following = (t for t in below if t.relation in FOLLOWING)
    predicates = (t for t in following if t.upos in PREDICATES or tree.children_by(sentence, t, "cop"))
    for clause in predicates:
        found = otherwise_of(stage.document, sentence, clause, language=stage.language)
        if found is not None:
            warned = msgspec.structs.replace(act, taken=("warning", "affirmed"), condition=found)
            told = Content(clause, tree.clause_span(stage.document, sentence, clause))
            mention = mention_of(stage, warned, told, mark=clause)
            yield msgspec.structs.replace(mention, foretold=_who_acts(stage, act.trigger, clause))
            return


def _who_acts(stage: Stage, verb: Token, clause: Token) -> Phrase | None:
    """The subject of a clause, spoken or, in languages that drop it, not; then it may be that of the verb of asking."""
    doers = stage.phrases(tree.children_by(stage.sentence, clause, "nsubj"))
    acts = clause.upos == "VERB" and tree.is_finite(stage.sentence, clause)
    if doers or not acts or not stage.grammar.drops_subjects or tree.is_passive(stage.sentence, clause):
        return next(iter(doers), None)
    first, second = (tree.finite_form(stage.sentence, t).feats.get("Number") for t in (verb, clause))
    if first != second:
        return None
    return tree.dropped_subject(stage.document, stage.sentence, clause)


def _biddings(stage: Stage, told: Sequence[Content]) -> list[tuple[Act, Content]]:
    """What those warned have to do, with who is to do it: "Oslo must leave, or else the raids go on, Roe warned"."""
    speech = stage.words.speech
    heads = [w for c in told for w in (c.head, *tree.children_by(stage.sentence, c.head, "xcomp", "conj"))]
    suffered = [f for head in heads if (f := find_suffering(stage, head)) is not None]
    asked = (find_demand(stage, head) for head in heads if head.upos == "VERB" and not suffered)
    found = [f for f in asked if f is not None and f[0].parties.to]
    found = [f for f in found if not any(t.keys & speech.danger for t in tree.subtree(stage.sentence, f[1].head))]
    return suffered or found


def _is_told_with(stage: Stage, content: Content, trigger: Token) -> bool:
    """Whether a content stands around a demand, or is what follows if that is not met."""
    around = trigger is content.head or content.head in tree.ancestors(stage.sentence, trigger)
    return around or otherwise_of(stage.document, stage.sentence, content.head, language=stage.language) is not None


def _demanded(
    stage: Stage, by: tuple[Phrase, ...], biddings: Sequence[tuple[Act, Content]]
) -> Iterator[PositionMention]:
    """The demands, each by whoever warns, and what follows if they are not met."""
    for act, content in biddings:
        own = msgspec.structs.replace(act, parties=msgspec.structs.replace(act.parties, by=by))
        yield from mentions_of(stage, own, [content])
        yield from _or_else(stage, own)


def _named_beside_clause(stage: Stage, verb: Token, entry: PositionVerb) -> list[Token]:
    """The bare name beside a clause of content, of a verb that addresses in the dative ("warf Oslo vor, zu lügen")."""
    clauses = tree.children_by(stage.sentence, verb, "xcomp", "ccomp")
    named = [o for o in things(stage, verb) if o.upos == "PROPN" and o.entity.endswith(("-LOC", "-ORG"))]
    return named if clauses and "case=dat" in entry.to else []


def _is_bare_participle(stage: Stage, verb: Token) -> bool:
    """Whether a clause is only a past participle without a doer ("Excluded: the rebels")."""
    bare = verb.feats.get("VerbForm") == "Part" and verb.feats.get("Tense") == "Past" and verb.relation == "root"
    helped = tree.children_by(stage.sentence, verb, "aux", "cop", "obl")
    return bare and not helped and not tree.children_by(stage.sentence, verb, "nsubj")


def _givers(stage: Stage, noun: Token) -> list[Token]:
    """By whom a thing is to be given or done ("a pledge by NATO", "un impegno scritto da parte della Nato")."""
    heads = (noun, *(c for c in tree.children_by(stage.sentence, noun, "acl") if c.feats.get("VerbForm") == "Part"))
    return [a for head in heads for a in tree.obliques(stage.sentence, head, *sorted(stage.words.agent))]


def _with_its_end(stage: Stage, content: Content, to: Sequence[Token]) -> Content:
    """What is threatened or given, with the one right behind it who hangs on the verb ("sanctions | on Oslo")."""
    sentence, noun = stage.sentence, content.head
    if noun.relation != "obj" or noun.upos != "NOUN":
        return content
    for party in to:
        cases = tree.children_by(sentence, party, "case")
        phrase = tree.phrase_tokens(sentence, party)
        opening = sentence.tokens[cases[0].index - 1] if cases and cases[0].index else party
        if party.relation == "obl" and opening.end == content.span.end and party.head == noun.head:
            end = max(token.end for token in phrase)
            return Content(noun, stage.document.span(content.span.start, end))
    return content


def _bidden(stage: Stage, act: Act, told: Sequence[Content]) -> Iterator[PositionMention]:
    """A demand for each content, to the one who is to do it."""
    for place, content in enumerate(told):
        parties = msgspec.structs.replace(act.parties, to=stage.phrases(_doers(stage, act.trigger, content)))
        own = msgspec.structs.replace(act, parties=parties)
        yield mention_of(stage, own, content, mark=act.trigger if place == 0 else content.head)


def _doers(stage: Stage, verb: Token, content: Content) -> list[Token]:
    """The subject of a clause below the verb, unless the deed is ruled out or done to it."""
    head, sentence = content.head, stage.sentence
    if tree.first_conjunct(sentence, head).head != verb.index or not tree.is_finite(sentence, head):
        return []
    ruled_out = tree.is_passive(sentence, head) or denies(stage, head)
    return [] if ruled_out else tree.children_by(sentence, head, "nsubj")


def _entries(stage: Stage, verb: Token) -> tuple[PositionVerb, ...]:
    """The entries of a verb's lemma, else of the lemma without the last letter that a parser may have added."""
    table, lemma = position_verbs(stage.language), verb.lemma.lower()
    return table.get(lemma, ()) or (table.get(lemma[:-1], ()) if verb.lower.startswith(lemma[:-1]) else ())


def _around(stage: Stage, verb: Token) -> list[Content]:
    """The clause that a verb is put into as an aside ("they will, he threatened, pay for it")."""
    above = stage.sentence.parent(verb)
    if verb.relation != "parataxis" or above is None or above.upos not in ("VERB", "ADJ", "NOUN"):
        return []
    return [Content(above, tree.clause_span(stage.document, stage.sentence, above, without=frozenset({verb.index})))]


def _behind_colon(stage: Stage, verb: Token) -> list[Content]:
    """What stands behind a colon after the verb ("he warned Oslo: new sanctions would be a mistake")."""
    tokens = stage.sentence.tokens
    colon = next((t.index for t in tokens[verb.index + 1 :] if t.form == ":" or t.upos == "VERB"), len(tokens))
    if colon >= len(tokens) - 1 or tokens[colon].form != ":":
        return []
    behind = [t for t in tokens[colon + 1 :] if not set(t.form) <= tree.EDGE_MARKS]
    head = next((t for t in behind if t.head <= colon and t.upos in ("VERB", "NOUN", "ADJ")), None)
    if head is None or not tree.is_finite(stage.sentence, head):
        return []
    return [Content(head, with_closing_mark(stage.document, stage.document.span(behind[0].start, behind[-1].end)))]


def _is_joint(stage: Stage, verb: Token) -> bool:
    """Whether several do it together ("they agreed", "X and Y agreed")."""
    subjects = tree.subjects(stage.sentence, verb)
    plural = any(s.upos == "PRON" and s.feats.get("Number") == "Plur" for s in subjects)
    dropped = not subjects and tree.finite_form(stage.sentence, verb).feats.get("Number") == "Plur"
    return len(subjects) > 1 or plural or dropped


def _harms(stage: Stage, verb: Token, entry: PositionVerb) -> list[Token]:
    """Objects that are the harm threatened or foretold, not those whom it is to meet ("threatens sanctions")."""
    if entry.type not in ("threat", "warning") or not entry.object_is_to:
        return []
    speech = stage.words.speech
    return [o for o in things(stage, verb) if o.upos == "NOUN" and o.keys & (speech.harm | speech.danger)]


def _preconditions(stage: Stage, verb: Token, entry: PositionVerb, act: Act) -> Iterator[PositionMention]:
    for place, term in enumerate(terms_of(stage, verb, entry)):
        own = msgspec.structs.replace(act, condition=term.condition, consequence=term.goal)
        yield mention_of(stage, own, term.content, mark=verb if place == 0 else term.content.head)


def _fits(stage: Stage, verb: Token, entry: PositionVerb) -> bool:
    """Whether the object, the particles and the complements of a verb are those of the entry."""
    objects = things(stage, verb)
    told = [c.head for c in contents(stage, verb, entry.content, ())]
    told += under_parties(stage, objects, entry.content) if entry.object_is_to else []
    heads = {key for o in (*objects, *told) for key in o.keys}
    below = {
        key for t in (*objects, *told) for c in tree.children_by(stage.sentence, t, "xcomp", "obj") for key in c.keys
    }
    if (heads | below) & stage.words.anonymity or (entry.type == "threat" and _is_of_thing(stage, verb)):
        return False
    if entry.denied and reality.polarity(stage.sentence, verb, stage.grammar) == "affirmed":
        return False
    if any(o.feats.get("PronType") == "Neg" for o in objects) or (entry.single and _is_joint(stage, verb)):
        return False
    heads |= {key for t in lengths(stage, verb, entry) for key in t.keys}
    cues = cues_beside(stage, verb)
    if entry.finite and verb.relation in ("acl", "amod") and not tree.is_finite(stage.sentence, verb):
        return False
    if (entry.objects and not (heads | cues) & entry.objects) or heads & entry.not_objects:
        return False
    if entry.type == "precondition" and _is_called_something(stage, verb):
        return False
    if (entry.beside and not cues & entry.beside) or cues & entry.not_beside:
        return False
    return _has_need(stage, verb, entry, objects)


def _is_of_thing(stage: Stage, verb: Token) -> bool:
    """Whether what threatens is a mere thing, which speaks for nobody ("закон грозит стране изоляцией")."""
    quotes, speech = load_quote_words(stage.language), stage.words.speech
    speaking = quotes.persons | quotes.papers | quotes.nouns | speech.houses | stage.grammar.mouthpieces
    subjects = tree.subjects(stage.sentence, verb)
    things = [s for s in subjects if s.upos == "NOUN" and s.entity == "O" and s.feats.get("Animacy") == "Inan"]
    return bool(things) and len(things) == len(subjects) and not any(t.keys & speaking for t in things)


def _is_called_something(stage: Stage, verb: Token) -> bool:
    """Whether a verb of judging says of its object what that is ("nannte die Bedingungen | absurd")."""
    if not verb.keys & stage.words.speech.calling:
        return False
    beside = tree.children_by(stage.sentence, verb, "xcomp", "advmod")
    return any(c.upos == "ADJ" or c.relation == "xcomp" for c in beside if c.index > verb.index)


def _has_need(stage: Stage, verb: Token, entry: PositionVerb, objects: list[Token]) -> bool:
    sentence = stage.sentence
    told = contents(stage, verb, entry.content, ()) or tasks(stage, verb, entry) or _around(stage, verb)
    if told and set(tree.mark_lemmas(sentence, told[0].head)) & (stage.words.questions - entry.content):
        return False
    if told and entry.type in ASKED and _is_asked(stage, told[0].head):
        return False
    if entry.wish and told and (_is_awaited(stage, told[0].head) or _is_told_as_fact(stage, verb, told[0].head)):
        return False
    if entry.coming and told and not _is_open(stage, told[0].head):
        return False
    if entry.deed and told and not _is_deed(stage, told[0].head):
        return False
    verbal = any(spelt_out(stage, verb, c, entry).head.upos in PREDICATES for c in told)
    if entry.needs == "verb":
        return verbal
    if entry.needs == "other":
        marks = tree.children_by(sentence, told[0].head, "mark") if told else []
        told_that = any(mark.upos == "SCONJ" for mark in marks) and not _is_wished(stage, told[0].head)
        return verbal and any(o.upos in PARTY_TAGS for o in objects) and not told_that
    if entry.needs == "clause":
        aims = entry.content and tree.obliques(sentence, verb, *sorted(entry.content))
        return verbal or bool(aims or tasks(stage, verb, entry))
    if entry.needs == "alone":
        return answers_alone(stage, verb, (*objects, *(content.head for content in told)))
    if entry.needs in ("party", "object"):
        return bool(objects or addressees(stage, verb, entry.to, object_too=True))
    return entry.needs == "nothing" or bool(told or objects)


def _is_wished(stage: Stage, head: Token) -> bool:
    """Whether a clause says what is wished, by its mood or, in some languages, by its past."""
    mood = tree.finite_form(stage.sentence, head).feats.get("Mood")
    return mood == "Sub" or stage.grammar.past_subjunctive


def _is_awaited(stage: Stage, head: Token) -> bool:
    """Whether a clause only tells what somebody waits for, under an adposition ("esperando | a que llegue")."""
    marks = tree.children_by(stage.sentence, head, "mark", "case")
    return len(marks) > 1 and marks[0].upos == "ADP" and tree.is_finite(stage.sentence, head)


def _is_told_as_fact(stage: Stage, verb: Token, head: Token) -> bool:
    """Whether a clause is in the indicative; a bare form is none under the past or with a subject of one ("he go")."""
    form = tree.finite_form(stage.sentence, head)
    if form.feats.get("Mood") != "Ind" or not stage.grammar.bare_subjunctive:
        return form.feats.get("Mood") == "Ind"
    bare = form is head and form.lower == form.lemma.lower() and form.feats.get("Tense") == "Pres"
    subjects = tree.subjects(stage.sentence, head)
    single = len(subjects) == 1 and subjects[0].upos in PARTY_TAGS and subjects[0].feats.get("Number") == "Sing"
    told = tree.finite_form(stage.sentence, verb).feats.get("Tense") == "Past"
    return not (bare and (told or (single and subjects[0].feats.get("Person", "3") == "3")))


def _is_asked(stage: Stage, head: Token) -> bool:
    """Whether a clause is a question put in its own words ("what do you propose?")."""
    below = [c for child in stage.sentence.children(head) for c in (child, *stage.sentence.children(child))]
    marked = any(c.form == "?" for c in below)
    asking = any(c.feats.get("PronType") == "Int" and c.index < head.index for c in below)
    return marked or (asking and head.upos in ("VERB", "AUX"))


def _is_deed(stage: Stage, head: Token) -> bool:
    """Whether an infinitive tells what is yet to be done, and more than a journey or a state."""
    wanted = tree.children_by(stage.sentence, head, "xcomp") if head.keys & stage.grammar.volition else []
    head = next(iter(wanted), head)
    infinitive = head.upos == "VERB" and not tree.is_finite(stage.sentence, head) and _is_open(stage, head)
    return infinitive and head.lemma.lower() not in stage.words.speech.states


def _is_open(stage: Stage, head: Token) -> bool:
    """Whether a clause is an infinitive, a wish, or in the future; a noun may be anything."""
    if head.upos not in ("VERB", "AUX") and not tree.children_by(stage.sentence, head, "cop"):
        return True
    helpers = tree.children_by(stage.sentence, head, "aux")
    past = [a for a in helpers if a.feats.get("VerbForm") == "Inf" and not a.keys & stage.grammar.volition]
    if not tree.is_finite(stage.sentence, head):
        return not past
    mood = tree.finite_form(stage.sentence, head).feats.get("Mood")
    return mood == "Sub" or is_to_come(stage, head) or names_intention(stage, head)
