"""Which time expressions belong to an event: those on its trigger word or in its clause, the nearer the better.

A sentence, a trigger word and a time expression come in, their distance in the tree goes out, or ``None`` where the
expression dates something else ("after Tuesday's meeting they spoke again": Tuesday dates the meeting only).
"""

from collections.abc import Set as AbstractSet
from typing import Literal

import msgspec

from cronistoria.model.sentence import Sentence, Token
from cronistoria.model.timex import TimexMention

CORE = frozenset({"nsubj", "obj", "obl", "csubj", "xcomp"})
NOMINAL = frozenset({"NOUN", "PROPN", "NUM", "PRON"})
TIMELESS = frozenset({"PROPN", "PRON", "ADJ", "NUM", "DET"})
FAR = 10
When = Literal["near", "ahead", "long ago"]


class Company(msgspec.Struct, frozen=True, kw_only=True):
    """Lemmas of verbs by what they do with a date: ``light`` verbs share it with their noun; ``reporting`` and
    ``planning`` verbs keep it from what they tell or foresee; ``setting`` verbs set something for it. ``apart`` are
    prepositions that set a noun apart in time. ``attacks``: nouns and verbs of harm, of which the one does the other at
    one time ("the overnight raids struck a port"). ``several``: nouns of things at one time ("a wave of raids");
    ``announced``: of what is done by being told ("announced on Monday the breaking-off of relations"). ``scenes``: of
    the end, the course or the beginning of what something is set in, under ``scene_cases``, or under ``during``.
    ``once``: adverbs of a time that was set before another ("originally scheduled for April").
    """

    light: AbstractSet[str]
    reporting: AbstractSet[str]
    planning: AbstractSet[str]
    apart: AbstractSet[str]
    setting: AbstractSet[str] = frozenset()
    attacks: AbstractSet[str] = frozenset()
    several: AbstractSet[str] = frozenset()
    announced: AbstractSet[str] = frozenset()
    scenes: AbstractSet[str] = frozenset()
    scene_cases: AbstractSet[str] = frozenset()
    during: AbstractSet[str] = frozenset()
    once: AbstractSet[str] = frozenset()


def distance(
    sentence: Sentence, trigger: Token, mention: TimexMention, company: Company, when: When = "near"
) -> int | None:
    """How far a time expression stands from the trigger it dates; ``None`` if it dates another word.

    ``when``: an expression that lies after the report's day dates what is foreseen, not what was told of it; one that
    lies long before it, what is recalled, not who recalls it. A time that was set at first comes after any other.
    """
    steps = _steps(sentence, trigger, mention, company, when)
    governor = sentence.tokens[mention.governor] if mention.governor is not None else trigger
    former = governor is not trigger and any(c.keys & company.once for c in sentence.children(governor))
    return steps + FAR if steps is not None and former else steps


def _steps(sentence: Sentence, trigger: Token, mention: TimexMention, company: Company, when: When) -> int | None:
    ahead = when == "ahead"
    noun = _phrase_before(sentence, mention, company, when)
    if noun is not None:
        return 1 if noun is trigger else None
    governor = sentence.tokens[mention.governor] if mention.governor is not None else sentence.tokens[mention.head]
    if mention.first <= trigger.index <= mention.last or (ahead and _looks_back(sentence, trigger)):
        return None
    if mention.relation == "since" and _is_done(trigger):
        return None
    sharing = msgspec.structs.replace(company, reporting=frozenset(), planning=frozenset()) if ahead else company
    for steps, word in enumerate(_reach(sentence, governor, company, mention)):
        if word is trigger:
            return steps
        found = _shared(sentence, word, trigger, sharing)
        if found is not None:
            return steps + 1 + found
        if _is_subject_of_infinitive(trigger, word):
            return steps + 1
    return None


def _is_subject_of_infinitive(trigger: Token, word: Token) -> bool:
    """Whether a noun is what does an infinitive, under the verb that both hang on ("the talks | have to | begin")."""
    raised = trigger.relation == "nsubj" and word.relation == "xcomp" and trigger.head == word.head
    return raised and trigger.upos == "NOUN" and word.upos == "VERB"


def _phrase_before(sentence: Sentence, mention: TimexMention, company: Company, when: When) -> Token | None:
    """The noun that an expression is of, hung by the parser on the predicate: its phrase stands right before it.

    "Their visit to Oslo in May was brief"; "they recalled the visit to Oslo in May 2020".
    """
    if mention.governor is None:
        return None
    predicate, head = sentence.tokens[mention.governor], sentence.tokens[mention.head]
    first = min([mention.first, *(c.index for c in sentence.children(head) if c.relation == "case")])
    copular = any(c.relation == "cop" for c in sentence.children(predicate))
    recalled = when == "long ago" and predicate.lemma.lower() in company.reporting
    for noun in sentence.children(predicate):
        known = (noun.relation == "nsubj" and copular and mention.last < predicate.index) or (
            noun.relation in ("obj", "obl") and recalled and predicate.index < noun.index
        )
        if known and noun.upos == "NOUN" and noun.index < first == _last_below(sentence, noun) + 1:
            return noun
    return None


def _last_below(sentence: Sentence, word: Token) -> int:
    """The index of the last word of a phrase."""
    last, waiting = word.index, [word]
    while waiting:
        current = waiting.pop()
        last = max(last, current.index)
        waiting += [c for c in sentence.children(current) if c.relation != "punct"]
    return last


def _looks_back(sentence: Sentence, trigger: Token) -> bool:
    """Whether a verb tells of the past; an infinitive may still be to come ("iba a | reunirse")."""
    if trigger.feats.get("VerbForm") == "Inf":
        return False
    tense, mood = _tense(sentence, trigger)
    helpers = [c for c in sentence.children(trigger) if c.relation == "aux"]
    passive = any(c.deprel == "aux:pass" and c.feats.get("VerbForm") == "Fin" for c in helpers)
    passive = passive or (len(helpers) == 1 and any(c.deprel == "nsubj:pass" for c in sentence.children(trigger)))
    done = trigger.feats.get("VerbForm") == "Part" and trigger.feats.get("Tense") != "Pres"
    perfect = tense == "Pres" and done and not passive
    return trigger.upos == "VERB" and mood == "Ind" and (tense in ("Past", "Imp") or perfect)


def _is_done(trigger: Token) -> bool:
    """Whether a verb tells of a deed that was completed, which has no time from which on it is so ("подписали")."""
    return trigger.feats.get("Aspect") == "Perf" and trigger.feats.get("Tense") == "Past"


def _reach(sentence: Sentence, governor: Token, company: Company, mention: TimexMention) -> list[Token]:
    """The words that an expression on a governor may date: the governor and those above it that share its time."""
    reach, behind = [governor], []
    current = governor
    while len(reach) <= FAR:
        noun = _noun_before(sentence, current, company, mention)
        behind += [noun] if noun else []
        above = sentence.parent(current)
        if above is None or not _hands_up(sentence, current, above, company, mention):
            break
        reach.append(above)
        if current.relation == "acl":
            break
        current = above
    return [*reach, *(noun for noun in behind if noun not in reach)]


def _noun_before(sentence: Sentence, clause: Token, company: Company, mention: TimexMention) -> Token | None:
    """The noun that a participle or a relative clause stands behind, on which the parser may not have hung it:
    "the end of the talks, held on Monday,".
    """
    first = clause
    if clause.deprel == "acl:relcl":
        first = next((c for c in sentence.children(clause) if c.feats.get("PronType") == "Rel"), clause)
    elif not _is_bare_participle(sentence, clause):
        return None
    before = first.index - 1
    if before > 0 and sentence.tokens[before].upos == "PUNCT":
        before -= 1
    noun = sentence.tokens[before] if before >= 0 else None
    if noun is None or noun.upos != "NOUN":
        return None
    return noun if _clause_hands_up(sentence, clause, noun, company, mention) else None


def _is_bare_participle(sentence: Sentence, clause: Token) -> bool:
    if clause.relation not in ("acl", "advcl") or clause.feats.get("VerbForm") != "Part":
        return False
    return not any(c.relation in ("aux", "mark", "nsubj") for c in sentence.children(clause))


def _hands_up(sentence: Sentence, current: Token, above: Token, company: Company, mention: TimexMention) -> bool:
    """Whether the time of a word is that of its governor too."""
    relation = current.relation
    if current.upos in TIMELESS and relation in ("nmod", "obl", "obj", "nsubj", "iobj", "conj"):
        return True
    if current.upos == "VERB" or relation in ("acl", "advcl", "xcomp"):
        return _clause_hands_up(sentence, current, above, company, mention)
    if relation in ("nummod", "flat", "fixed", "compound", "amod", "appos"):
        return True
    if relation == "advmod" and current.upos == "ADV" and current.index == mention.governor:
        return True
    if relation == "nmod" and above.keys & company.scenes:
        return True
    if relation == "obl" and above.upos == "VERB" and _is_scene(sentence, current, company):
        return True
    if relation in ("obj", "nsubj", "obl") and above.upos == "VERB":
        free = current.index == mention.governor and _is_free(sentence, mention)
        harm = relation == "nsubj" and bool(current.keys & company.attacks) and bool(above.keys & company.attacks)
        return above.lemma.lower() in company.light or free or harm
    return False


def _is_scene(sentence: Sentence, noun: Token, company: Company) -> bool:
    """Whether a noun sets the scene of its verb ("shot at them | at the end of Friday's prayer", "during the vote")."""
    cases = {c.lemma.lower() for c in sentence.children(noun) if c.relation == "case"}
    return bool(cases & company.during) or (bool(noun.keys & company.scenes) and bool(cases & company.scene_cases))


def _is_told_of(sentence: Sentence, relative: Token) -> bool:
    """Whether a relative clause tells what its noun did or underwent: its pronoun is the subject."""
    subjects = [c for c in sentence.children(relative) if c.relation == "nsubj"]
    return any(c.feats.get("PronType") == "Rel" for c in subjects)


def _clause_hands_up(sentence: Sentence, current: Token, above: Token, company: Company, mention: TimexMention) -> bool:
    lemma = current.lemma.lower()
    told = lemma in company.reporting or lemma in company.planning
    if current.deprel == "acl:relcl":
        return not told and (_is_told_of(sentence, current) or lemma in company.light)
    if current.relation == "acl" or _is_bare_participle(sentence, current):
        ahead = mention.relation == "for" or (lemma in company.planning and mention.direction == "future")
        own_subject = any(c.relation == "nsubj" for c in sentence.children(current))
        return above.upos in NOMINAL and (ahead or not told) and not own_subject
    if current.relation == "xcomp":
        return above.lemma.lower() not in company.reporting and above.lemma.lower() not in company.planning
    return current.relation == "advcl" and current.feats.get("VerbForm") == "Ger"


def _is_free(sentence: Sentence, mention: TimexMention) -> bool:
    """Whether an expression hangs on its noun without a preposition, as the parser does with those of the clause."""
    head = sentence.tokens[mention.head]
    loose = head.relation in ("advmod", "obl") or (head.relation == "nmod" and "Case" not in head.feats)
    return loose and not any(c.relation == "case" for c in sentence.children(head))


def _shared(sentence: Sentence, word: Token, trigger: Token, company: Company) -> int | None:
    """How far a trigger stands below a dated word whose time it has; ``None`` if it has a time of its own."""
    steps, current = 0, trigger
    while current is not word:
        above = sentence.parent(current)
        if above is None or steps > FAR or not _hands_down(sentence, current, above, company):
            return None
        current, steps = above, steps + 1
    return steps + 1


def _is_its_subject(sentence: Sentence, noun: Token) -> bool:
    """Whether a noun is the subject of its predicate: one behind it without an adposition may look like its part."""
    bare = noun.relation == "nmod" and any(c.relation == "det" for c in sentence.children(noun))
    return noun.relation == "nsubj" or (bare and not any(c.relation == "case" for c in sentence.children(noun)))


def _hands_down(sentence: Sentence, current: Token, above: Token, company: Company) -> bool:
    """Whether a word has the time of its governor, also in a cleft clause ("it was on Tuesday | that they met")."""
    lemma, relation = above.lemma.lower(), current.relation
    said = any(c.relation == "cop" for c in sentence.children(above))
    cleft = current.upos == "VERB" and relation in ("csubj", "ccomp", "advcl", "acl")
    if (cleft and (said or above.upos == "AUX")) or (said and _is_its_subject(sentence, current)):
        return True
    if relation == "nmod" and above.keys & company.several:
        return True
    if above.upos not in ("VERB", "AUX") and relation != "conj":
        return False
    if relation == "conj":
        return current.upos == above.upos and _tense(sentence, current) == _tense(sentence, above)
    if relation == "xcomp":
        return lemma not in company.reporting | company.planning
    if relation == "advcl":
        return _is_purpose(sentence, current) and lemma not in company.reporting | company.planning
    if relation not in CORE or current.upos not in NOMINAL:
        return False
    if relation == "nsubj":
        return True
    if relation == "obj":
        done = bool(current.keys & company.announced)
        return lemma in company.light or done or lemma not in company.reporting | company.planning
    cases = {c.lemma.lower() for c in sentence.children(current) if c.relation == "case"}
    return cases.isdisjoint(company.apart)


def _is_purpose(sentence: Sentence, clause: Token) -> bool:
    """Whether a clause tells what something is done for: an infinitive of the same doer ("flies there to meet him")."""
    own = any(c.relation in ("nsubj", "csubj") for c in sentence.children(clause))
    return clause.feats.get("VerbForm") == "Inf" and not own


def _tense(sentence: Sentence, word: Token) -> tuple[str | None, str | None]:
    carrier = next(
        (c for c in sentence.children(word) if c.relation == "aux" and c.feats.get("VerbForm") == "Fin"), word
    )
    return carrier.feats.get("Tense"), carrier.feats.get("Mood")
