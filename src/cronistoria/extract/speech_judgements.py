"""Condemnations, warnings, accusations in somebody's words: "calls it a crime", "it would lead to war", "they bombed".

A predicate comes in, at most one act with its content goes out.
"""

from cronistoria.extract import reality, tree
from cronistoria.extract.conditions import FoundCondition, condition_of, is_conditional
from cronistoria.extract.position_frames import Content, Stage, agents, things
from cronistoria.extract.position_mentions import Act, Parties
from cronistoria.extract.position_types import is_calamity, is_mending, is_reprisal, is_to_come
from cronistoria.extract.speech_frames import (
    SPEECH_CONFIDENCE,
    clause_content,
    holders_of,
    is_first_person,
    is_verdict,
    near,
    speaker_of,
)
from cronistoria.languages.conditions import load_condition_words
from cronistoria.languages.positions import position_predicates
from cronistoria.model.mention import ConditionMention
from cronistoria.model.record import PositionType
from cronistoria.model.sentence import Token
from cronistoria.model.span import Span

Found = tuple[Act, Content]


def find_calling(stage: Stage, verb: Token) -> Found | None:
    """ "He called it a grave mistake" condemns; "a mistake that would lead to war" warns.

    A plan that is called unacceptable is refused.
    """
    if verb.upos != "VERB" or verb.lemma.lower() not in stage.words.speech.calling:
        return None
    names = _names(stage, verb)
    name = next((n for n in names if _is_bad(stage, n) or _is_untrue(stage, n) or _is_refused(stage, verb, n)), None)
    by = agents(stage, verb)
    cases = (tree.case_lemmas(stage.sentence, s) for s in tree.subjects(stage.sentence, verb))
    named = any(set(case) & stage.words.speech.naming for case in cases)
    if name is None or not by or named or reality.polarity(stage.sentence, verb, stage.grammar) == "negated":
        return None
    called = [*things(stage, verb), *tree.children_by(stage.sentence, verb, "iobj")]
    to = stage.phrases(t for t in called if t.index != name.index)
    if any(t.feats.get("PronType") in ("Int", "Rel") and t.relation != "nsubj" for t in things(stage, verb)):
        return None
    above = stage.sentence.parent(verb)
    if above is not None and above.upos == "PRON" and verb.relation == "acl":
        return None
    outcome = _outcome_of_name(stage, verb, name)
    whole = tree.clause_span(stage.document, stage.sentence, name)
    content = Content(name, _to_first_comma(stage, name) if outcome else whole)
    kind: PositionType = "warning" if outcome else "denial" if _is_untrue(stage, name) else "condemnation"
    if kind == "condemnation" and (refused := _is_refused(stage, verb, name)) is not None:
        kind, content = "refusal", Content(refused, tree.phrase(stage.document, stage.sentence, refused).span)
    act = Act(
        verb, (kind, "affirmed"), Parties(by=by, to=to), "position.speech.calling", SPEECH_CONFIDENCE, None, outcome
    )  # fmt: skip
    return act, content


def _to_first_comma(stage: Stage, name: Token) -> Span:
    """The words of a name before what follows from it ("a grave mistake, such as to lead to war")."""
    inside = tree.phrase_tokens(stage.sentence, name)
    comma = next((t.start for t in inside if t.form == "," and t.index > name.index), None)
    kept = [t for t in inside if comma is None or t.start < comma]
    return stage.document.span(kept[0].start, kept[-1].end)


def _names(stage: Stage, verb: Token) -> list[Token]:
    """What something is called: predicate complements, and nominals under the adpositions of naming."""
    sentence, speech = stage.sentence, stage.words.speech
    found = tree.children_by(sentence, verb, "xcomp", "ccomp", "advcl", "acl")
    below = (c for thing in things(stage, verb) for c in tree.children_by(sentence, thing, "acl", "nmod"))
    found += [c for c in below if set(tree.mark_lemmas(sentence, c)) & speech.naming and c.index > verb.index]
    joined = tree.children_by(sentence, verb, "conj")
    found += [c for c in joined if any(w.keys & speech.naming for w in tree.children_by(sentence, c, "cc"))]
    return found + tree.obliques(sentence, verb, *sorted(speech.naming)) + tree.children_by(sentence, verb, "obj")


def _is_bad(stage: Stage, name: Token) -> bool:
    words = [name, *tree.children_by(stage.sentence, name, "amod", "nmod", "conj", "compound")]
    return any(w.keys & stage.words.speech.bad for w in words)


def _is_refused(stage: Stage, verb: Token, name: Token) -> Token | None:
    """The plan or the terms that a name refuses ("called the terms unacceptable")."""
    entries = position_predicates(stage.language).get(name.lemma.lower(), ())
    if not any(entry.type == "refusal" and not entry.denied for entry in entries):
        return None
    called = (t for t in things(stage, verb) if t.index != name.index)
    return next((t for t in called if t.keys & stage.words.speech.proposals), None)


def _is_untrue(stage: Stage, name: Token) -> bool:
    """Whether a thing is called untrue ("called the reports a lie")."""
    entries = position_predicates(stage.language).get(name.lemma.lower(), ())
    return any(entry.type == "denial" and not entry.denied for entry in entries)


def _outcome_of_name(stage: Stage, verb: Token, name: Token) -> Span | None:
    """What a thing called by a bad name is said to lead to ("a mistake such as to bring about a rupture")."""
    leading = load_condition_words(stage.language).leading
    beside = [c for c in tree.children_by(stage.sentence, verb, "advcl") if c.index > name.index]
    for below in (*tree.subtree(stage.sentence, name), *beside):
        if below is not name and below.upos == "VERB" and below.lemma.lower() in leading:
            return tree.clause_span(
                stage.document, stage.sentence, below,
                without=frozenset(c.index for c in tree.children_by(stage.sentence, below, "mark")),
            )  # fmt: skip
    return None


def find_verdict(stage: Stage, word: Token) -> Found | None:
    """ "The plan is unacceptable": refusal or condemnation of its subject by the one whose words they are."""
    sentence = stage.sentence
    if word.upos not in ("ADJ", "NOUN", "VERB", "ADV"):
        return None
    said = amounting_verb(stage, word) or word
    subjects = [s for s in tree.subjects(sentence, said) if s.feats.get("PronType") != "Rel"]
    if not (said is not word or _is_said(stage, word)) or is_first_person(stage, said):
        return None
    denied = reality.polarity(sentence, said, stage.grammar) == "negated"
    entry = next(
        (e for e in position_predicates(stage.language).get(word.lemma.lower(), ()) if is_verdict(stage, word, e)), None
    )
    if entry is not None and entry.denied and word.upos == "NOUN" and any(s.entity != "O" for s in subjects):
        return None
    if entry is not None and (denied or not entry.denied) and not (denied and entry.negated == "drop"):
        kind = entry.type
    elif (
        entry is None and word.upos == "NOUN" and (subjects or said is not word) and not denied and _is_bad(stage, word)
    ):
        kind = "condemnation"
    else:
        return None
    speaker = speaker_of(stage, word)
    holders = () if speaker else stage.phrases(holders_of(stage, amounting_verb(stage, word) or word))
    parties = Parties(by=holders, to=stage.phrases(s for s in subjects if s.upos != "VERB"), speaker=speaker)
    act = Act(word, (kind, "affirmed"), parties, "position.speech.verdict", SPEECH_CONFIDENCE)
    return act, clause_content(stage, word)


def amounting_verb(stage: Stage, noun: Token) -> Token | None:
    """The verb that makes a judgement of a noun ("constitutes a breach")."""
    above = stage.sentence.parent(noun)
    verbal = above is not None and above.upos == "VERB" and above.lemma.lower() in stage.words.speech.amounting
    return above if verbal and noun.relation in ("obj", "obl", "xcomp") else None


def _is_said(stage: Stage, word: Token) -> bool:
    """Whether a word is a predicate, or describes one ("these are unacceptable terms", "will not go unpunished")."""
    sentence = stage.sentence
    above = sentence.parent(word)
    if tree.children_by(sentence, word, "cop") or word.relation in ("root", "parataxis"):
        return True
    if above is None:
        return False
    describes = word.relation == "amod" and bool(tree.children_by(sentence, above, "cop"))
    if word.upos == "VERB" and word.relation in ("ccomp", "conj") and tree.is_finite(sentence, word):
        return True
    return describes or (word.relation in ("xcomp", "advmod") and word.upos == "ADJ" and above.upos == "VERB")


def find_warning(stage: Stage, word: Token) -> Found | None:
    """ "A war would lead to chaos", "if we fail, it will be chaos": harm foretold, not done by the speaker's side."""
    sentence = stage.sentence
    if word.upos not in ("VERB", "NOUN", "ADJ") or is_first_person(stage, word):
        return None
    told = _foretold(stage, word)
    keys = {key for t in told for key in t.keys}
    if keys.isdisjoint(stage.words.speech.danger) and keys.isdisjoint(stage.words.speech.retribution):
        return None
    condition = condition_of(stage.document, sentence, word, language=stage.language)
    if condition is None and word.upos == "VERB" and word.keys & stage.words.speech.mending:
        return None
    open_ = is_to_come(stage, word) or is_conditional(sentence, word, stage.grammar)
    if condition is None and not is_to_come(stage, word):
        return None
    if reality.polarity(sentence, word, stage.grammar) == "negated" and condition is None:
        return None
    done = any(t.keys & stage.words.speech.retribution and not is_calamity(stage, t) for t in told)
    own = done and open_ and not (condition is not None and condition.subject)
    if own and is_mending(stage, word):
        return None
    kind: PositionType = "threat" if own else "warning"
    act = Act(
        word, (kind, "affirmed"), Parties(speaker=speaker_of(stage, word)), "position.speech.warning",
        SPEECH_CONFIDENCE, condition, _outcome(stage, word, condition),
    )  # fmt: skip
    return act, clause_content(stage, word)


def find_reprisal(stage: Stage, word: Token) -> Found | None:
    """ "Any attack will be met with force": a threat by the one whose words they are; the deed is its condition."""
    sentence = stage.sentence
    deeds = [s for s in tree.children_by(sentence, word, "nsubj") if s.upos == "NOUN"]
    if not deeds or not is_reprisal(stage, word):
        return None
    span = tree.clause_span(stage.document, sentence, deeds[0])
    condition = FoundCondition(ConditionMention(span, "if"), deeds[0], subject=True)
    act = Act(
        word, ("threat", "affirmed"), Parties(speaker=speaker_of(stage, word)), "position.speech.reprisal",
        SPEECH_CONFIDENCE, condition, _outcome(stage, word, condition),
    )  # fmt: skip
    return act, clause_content(stage, word)


def find_suffering(stage: Stage, word: Token) -> Found | None:
    """ "They must expect sanctions", "they will pay the price": a threat to the subject by the one whose words they
    are."""
    speech, sentence = stage.words.speech, stage.sentence
    if word.upos != "VERB" or not word.keys & speech.suffering or is_first_person(stage, word):
        return None
    above = sentence.parent(word) if word.relation == "xcomp" else None
    helpers = [*tree.children_by(sentence, word, "aux"), *((above,) if above is not None else ())]
    must = any(h.keys & (speech.duties | speech.obliging) for h in helpers)
    borne = (t for t in _foretold(stage, word)[1:] if t.relation not in ("nsubj", "advmod"))
    if not (must or is_to_come(stage, word)) or not any(t.keys & speech.retribution for t in borne):
        return None
    if reality.polarity(sentence, word, stage.grammar) == "negated":
        return None
    subjects = [s for s in tree.subjects(sentence, word) if s.upos != "VERB"]
    parties = Parties(to=stage.phrases(subjects), speaker=speaker_of(stage, word))
    act = Act(word, ("threat", "affirmed"), parties, "position.speech.suffering", SPEECH_CONFIDENCE)
    return act, clause_content(stage, word)


def _foretold(stage: Stage, word: Token) -> list[Token]:
    """A predicate with its complements and theirs: "would be seen as a declaration of war"."""
    found = near(stage, word)
    for token in found[1:]:
        found += tree.children_by(stage.sentence, token, "nmod", "obj", "amod")
    return found


def _outcome(stage: Stage, word: Token, condition: FoundCondition | None) -> Span | None:
    """What follows from a subject that is the condition: the predicate with its complements."""
    if condition is None or not condition.subject:
        return None
    outside = frozenset(c.index for c in tree.children_by(stage.sentence, word, "nsubj", "csubj", "mark", "cc"))
    return tree.clause_span(stage.document, stage.sentence, word, without=outside)


def find_accusation(stage: Stage, word: Token) -> Found | None:
    """ "They bombed the hospital", said of another side."""
    sentence = stage.sentence
    carrier = _continued(stage, word) or word
    if not _is_wrong(stage, word) or is_first_person(stage, carrier) or is_to_come(stage, carrier):
        return None
    if reality.polarity(sentence, word, stage.grammar) == "negated" or not tree.is_finite(sentence, carrier):
        return None
    to = tree.doers(stage.document, sentence, carrier)
    if tree.is_passive(sentence, word):
        to = to or stage.phrases(tree.obliques(sentence, word, *sorted(stage.words.agent)))
    asked = any(s.feats.get("PronType") in ("Int", "Ind", "Rel", "Neg") for s in tree.subjects(sentence, carrier))
    nobody = any(reality.is_none(sentence, s, stage.grammar) for s in tree.subjects(sentence, carrier))
    if not to or asked or nobody:
        return None
    parties = Parties(to=to, speaker=speaker_of(stage, word), side="other")
    act = Act(word, ("accusation", "affirmed"), parties, "position.speech.accusation", SPEECH_CONFIDENCE)
    return act, clause_content(stage, word)


def _is_wrong(stage: Stage, word: Token) -> bool:
    """Whether a verb tells a deed that accuses, by itself or by what is used ("use gas")."""
    speech = stage.words.speech
    if word.upos != "VERB":
        return False
    used = word.lemma.lower() in speech.using and any(o.keys & speech.misused for o in near(stage, word)[1:])
    return used or word.lemma.lower() in speech.wrongs


def _continued(stage: Stage, word: Token) -> Token | None:
    """The verb that says of a deed that it goes on ("goes on shelling")."""
    above = stage.sentence.parent(word)
    goes_on = above is not None and above.lemma.lower() in stage.words.speech.continuing
    return above if goes_on and word.relation in ("xcomp", "ccomp", "advcl") else None
