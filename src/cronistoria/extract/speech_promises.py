"""Promises, threats, refusals and denials in somebody's own words: "we will answer", "it will not leave", "we did not".

A predicate comes in, at most one act with its content goes out. The deed must be the speaker's own side's.
"""

from collections.abc import Iterator

from cronistoria.extract import reality, tree
from cronistoria.extract.conditions import condition_of
from cronistoria.extract.position_frames import Content, Stage, things
from cronistoria.extract.position_mentions import Act, Parties, Taken
from cronistoria.extract.position_types import denies, is_harm, is_mending, is_no_inaction, is_to_come, names_intention
from cronistoria.extract.record_words import HOSTILE, word_code
from cronistoria.extract.speech_frames import (
    SPEECH_CONFIDENCE,
    clause_content,
    forcing,
    is_first_person,
    is_ours,
    is_said_infinitive,
    is_verdict,
    near,
    own_parties,
    speaker_of,
)
from cronistoria.languages.contacts import contact_nouns, load_contact_words
from cronistoria.languages.positions import position_predicates, position_verbs
from cronistoria.model.sentence import Token

Found = tuple[Act, Content]


def find_promise(stage: Stage, word: Token) -> Found | None:
    """ "We will answer" is a promise, one of harm a threat; denied, it refuses; denied of the past, it denies."""
    if word.upos not in ("VERB", "AUX") and not tree.children_by(stage.sentence, word, "cop"):
        return None
    if _is_judged(stage, word):
        return None
    taken = _taken(stage, word)
    parties = own_parties(stage, word) if taken else None
    if taken and _is_own_duty(stage, word):
        parties = Parties(speaker=speaker_of(stage, word))
    if taken is None or parties is None:
        return None
    act = Act(word, taken, parties, f"position.speech.{taken[0]}", SPEECH_CONFIDENCE)
    return act, clause_content(stage, word)


def find_absence(stage: Stage, word: Token) -> Found | None:
    """ "There will be no talks": a refusal by the one whose words they are of what takes two sides."""
    named = tree.children_by(stage.sentence, word, "nsubj", "obj", "csubj")
    known = contact_nouns(stage.language)
    others = load_contact_words(stage.language).excluded
    things = [t for t in named if t.upos == "NOUN" and t.lemma.lower() in known]
    things = [t for t in things if not any(c.keys & others for c in stage.sentence.children(t))]
    beside = [t for t in named if t.upos in ("NOUN", "PROPN") and t not in things]
    there_is = word.upos == "AUX" or word.lemma.lower() in stage.words.speech.possible
    if not things or beside or not there_is or word.upos not in ("VERB", "AUX") or word.relation in ("aux", "cop"):
        return None
    if not (_will_be(stage, word) and denies(stage, word)):
        return None
    parties = Parties(speaker=speaker_of(stage, word))
    act = Act(word, ("refusal", "affirmed"), parties, "position.speech.refusal", SPEECH_CONFIDENCE)
    return act, clause_content(stage, word)


def _is_judged(stage: Stage, word: Token) -> bool:
    """Whether the predicate only carries a judgement ("will not go unpunished", "will not go without an answer")."""
    table = position_predicates(stage.language)
    carried = [c for c in tree.children_by(stage.sentence, word, "xcomp", "advmod") if c.upos == "ADJ"]
    if any(entry.by_speaker for c in carried for entry in table.get(c.lemma.lower(), ())):
        return True
    return any(entry.beside and is_verdict(stage, word, entry) for entry in table.get(word.lemma.lower(), ()))


def _taken(stage: Stage, word: Token) -> Taken | None:
    if denies(stage, word):
        if word.lemma.lower() in stage.words.speech.unhesitating:
            return ("promise" if is_mending(stage, word) else "threat"), "affirmed"
        return (
            ("threat", "affirmed") if is_no_inaction(stage, word) and _will_be(stage, word) else _refusal(stage, word)
        )
    if _is_own_duty(stage, word):
        return ("threat" if is_harm(stage, next(_duty_clauses(stage, word))) else "promise"), "affirmed"
    if _weighs_harm(stage, word):
        return "threat", "affirmed"
    if word.upos != "VERB" or word.lemma.lower() in stage.words.speech.states:
        return None
    if _will_be(stage, word) and _uses_arms(stage, word):
        return "threat", "affirmed"
    if _is_only_possible(stage, word):
        if is_harm(stage, word) and _is_on_condition(stage, word):
            return "threat", "affirmed"
        return ("offer", "affirmed") if _hangs_on_others(stage, word) else None
    if not (_will_be(stage, word) or _is_intended(stage, word)):
        return None
    if _brings_danger(stage, word):
        return None
    threatens = is_harm(stage, word) or _would_be_forced(stage, word) or _answers_failure(stage, word)
    threatens = threatens or (_is_hostile(stage, word) and _is_on_condition(stage, word))
    return ("threat" if threatens else "promise"), "affirmed"


def _is_hostile(stage: Stage, word: Token) -> bool:
    """Whether a deed would be an event that CAMEO counts as hostile ("will close its airspace to")."""
    code = word_code(stage.language, word, frozenset().union(*(t.keys for t in near(stage, word)[1:])))
    return code is not None and code[0][:2] in HOSTILE


def _weighs_harm(stage: Stage, word: Token) -> bool:
    """Whether a side will think of harm on a condition ("if they stay, Oslo will consider sanctions")."""
    weighs = word.upos == "VERB" and word.keys & stage.words.speech.weighing
    return bool(weighs) and _will_be(stage, word) and is_harm(stage, word) and _is_on_condition(stage, word)


def _answers_failure(stage: Stage, word: Token) -> bool:
    """Whether it is what others get if they do not do something ("if they do not leave, we will close the strait")."""
    condition = condition_of(stage.document, stage.sentence, word, language=stage.language)
    if condition is None or condition.subject or condition.mention.sense != "if" or is_mending(stage, word):
        return False
    entries = position_verbs(stage.language).get(condition.head.lemma.lower(), ())
    refused = any(e.type == "refusal" for e in entries)
    return refused or reality.polarity(stage.sentence, condition.head, stage.grammar) == "negated"


def _is_on_condition(stage: Stage, word: Token) -> bool:
    """Whether a condition hangs on a predicate or on the modal verb that it completes."""
    above = stage.sentence.parent(word) if word.relation == "xcomp" else None
    heads = (word, above) if above is not None else (word,)
    found = (condition_of(stage.document, stage.sentence, head, language=stage.language) for head in heads)
    return any(condition is not None for condition in found)


def _uses_arms(stage: Stage, word: Token) -> bool:
    """Whether somebody is to use what harms ("we will use gas")."""
    speech = stage.words.speech
    return word.lemma.lower() in speech.using and any(o.keys & speech.misused for o in things(stage, word))


def _brings_danger(stage: Stage, word: Token) -> bool:
    """Whether a deed is what a warning foretells and not what somebody wants ("would put us at risk")."""
    speech = stage.words.speech
    beside = near(stage, word)[1:]
    below = [n for t in beside if t.relation == "obl" for n in tree.children_by(stage.sentence, t, "nmod")]
    endangered = any(t.keys & speech.danger for t in (*beside, *below))
    risked = word.lemma.lower() in speech.using and endangered
    if not risked and endangered:
        condition = condition_of(stage.document, stage.sentence, word, language=stage.language)
        return condition is not None and condition.subject
    return risked and not is_mending(stage, word)


def _would_be_forced(stage: Stage, word: Token) -> bool:
    """Whether a deed is what others would force upon the speaker ("if no answer comes, it will be forced to act")."""
    above = forcing(stage, word)
    return above is not None and (
        condition_of(stage.document, stage.sentence, above, language=stage.language) is not None
    )


def _duty_clauses(stage: Stage, word: Token) -> Iterator[Token]:
    yield from (c for c in tree.children_by(stage.sentence, word, "csubj", "nsubj", "acl") if c.upos == "VERB")


def _is_own_duty(stage: Stage, word: Token) -> bool:
    """Whether a deed is called the speaker's own duty ("fighting them is our duty")."""
    named = word.upos == "NOUN" and word.lemma.lower() in stage.words.speech.own_duties
    return named and is_ours(stage, word) and any(True for _ in _duty_clauses(stage, word))


def _is_only_possible(stage: Stage, word: Token) -> bool:
    helpers = [*tree.children_by(stage.sentence, word, "aux"), *_governors(stage, word)]
    return any(a.keys & (stage.grammar.possibility | stage.grammar.necessity) for a in helpers)


def _governors(stage: Stage, word: Token) -> list[Token]:
    """The verb that an infinitive completes."""
    above = stage.sentence.parent(word)
    return [above] if above is not None and word.relation == "xcomp" else []


def _hangs_on_others(stage: Stage, word: Token) -> bool:
    """Whether what may be done has a condition ("if they withdraw, we can talk")."""
    above = _governors(stage, word)
    helpers = {key for a in (*above, *tree.children_by(stage.sentence, word, "aux")) for key in a.keys}
    condition = condition_of(stage.document, stage.sentence, word, language=stage.language)
    return not helpers & stage.grammar.necessity and condition is not None and not condition.subject


def _will_be(stage: Stage, word: Token) -> bool:
    """Whether a deed is to come: in the future, or in its past under a verb of saying ("said they would")."""
    above = forcing(stage, word)
    if above is not None:
        return is_to_come(stage, above)
    if reality.tense(stage.sentence, word, stage.grammar) == "future" or _is_meant_on_condition(stage, word):
        return True
    return is_to_come(stage, word) and speaker_of(stage, word) is not None


def _is_meant_on_condition(stage: Stage, word: Token) -> bool:
    """Whether somebody means to do it on a condition ("will die Grenze schließen, solange …")."""
    if stage.grammar.forms is None or reality.tense(stage.sentence, word, stage.grammar) == "past":
        return False
    helpers = tree.children_by(stage.sentence, word, "aux")
    wills = any(h.keys & stage.grammar.volition and h.feats.get("Tense") != "Past" for h in helpers)
    return wills and _is_on_condition(stage, word)


def _refusal(stage: Stage, word: Token) -> Taken | None:
    """What a denied deed makes: a refusal if it is to come or a matter of will, a denial if it is said not to be so."""
    speech, sentence = stage.words.speech, stage.sentence
    if is_said_infinitive(stage, word):
        return ("refusal" if _is_intended(stage, word) else "denial"), "affirmed"
    if _is_intended(stage, word):
        return "refusal", "affirmed"
    if word.keys & speech.firsts and is_first_person(stage, word) and _will_be(stage, word):
        return "refusal", "affirmed"
    if word.upos != "VERB":
        return None
    if word.lemma.lower() in speech.states:
        return ("refusal", "affirmed") if is_first_person(stage, word) and _will_be(stage, word) else None
    if _will_be(stage, word):
        return "refusal", "affirmed"
    if not is_first_person(stage, word):
        return None
    past = reality.tense(sentence, word, stage.grammar) == "past"
    if past:
        return ("denial", "affirmed") if word.keys & (speech.wrongs | speech.harm) else None
    if any(t.keys & speech.wrongs for t in near(stage, word)):
        return "denial", "affirmed"
    if word.keys & stage.grammar.volition and things(stage, word) and not tree.children_by(sentence, word, "xcomp"):
        return None
    return ("refusal", "affirmed") if word.lemma.lower() in speech.unwilling else None


def _is_intended(stage: Stage, word: Token) -> bool:
    """Whether a predicate stands under a verb of the own will in the present: its helper or its governor."""
    sentence, speech = stage.sentence, stage.words.speech
    if names_intention(stage, word):
        return reality.tense(sentence, word, stage.grammar) != "past" or speaker_of(stage, word) is not None
    denied = reality.polarity(sentence, word, stage.grammar) == "negated"
    wills = speech.intending
    if denied or is_said_infinitive(stage, word):
        wills |= stage.grammar.volition
    if any(a.keys & wills for a in tree.children_by(sentence, word, "aux")):
        return reality.tense(sentence, word, stage.grammar) != "past"
    above = sentence.parent(word)
    if above is None or word.relation != "xcomp" or above.lemma.lower() not in wills:
        return False
    return reality.tense(sentence, above, stage.grammar) != "past"
