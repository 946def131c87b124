"""Demands and preconditions that somebody's words make without a verb of demanding: "must", "it is time to", "only if".

A predicate comes in, at most one act with its content goes out.
"""

from cronistoria.extract import reality, tree
from cronistoria.extract.conditions import condition_of
from cronistoria.extract.position_frames import Content, Stage, clauses, is_relative
from cronistoria.extract.position_mentions import Act, Parties
from cronistoria.extract.position_types import denies
from cronistoria.extract.speech_frames import SPEECH_CONFIDENCE, clause_content, holders_of, is_first_person, speaker_of
from cronistoria.languages.conditions import load_condition_words
from cronistoria.languages.contacts import load_contact_words
from cronistoria.model.sentence import Token

Found = tuple[Act, Content]


def find_precondition(stage: Stage, word: Token) -> Found | None:
    """ "Progress is possible only if they withdraw": nothing without the condition."""
    tense = reality.tense(stage.sentence, word, stage.grammar)
    past = tense == "past"
    if (past and not _is_reported(stage, word)) or _is_unbearable(stage, word):
        return None
    condition = condition_of(stage.document, stage.sentence, word, language=stage.language)
    if condition is None or (past and not (condition.only and condition.mention.sense == "if")):
        return None
    waits = condition.mention.sense in ("until", "if_not") and not _is_deed(stage, word)
    if not (condition.only or ((condition.lack or waits) and _cannot_be(stage, word))):
        return None
    may_be = word.lemma.lower() in stage.words.speech.possible or _helpers(stage, word) & stage.grammar.possibility
    impossible = bool(word.keys & load_condition_words(stage.language).impossible)
    wills = _helpers(stage, word) & stage.grammar.volition
    if not (may_be or impossible or condition.lack or tense == "future" or wills):
        return None
    parties = Parties(speaker=speaker_of(stage, word))
    doers = [t for t in tree.subjects(stage.sentence, word) if t.entity != "O"] if word.upos == "VERB" else []
    if parties.speaker is None and doers and condition.only:
        parties = Parties(by=stage.phrases(doers), side="own")
    act = Act(word, ("precondition", "affirmed"), parties, "position.speech.precondition", SPEECH_CONFIDENCE, condition)
    return act, clause_content(stage, word)


def _is_reported(stage: Stage, word: Token) -> bool:
    """Whether an adjective stands in the past only because somebody said so ("said peace was possible only if")."""
    return word.upos == "ADJ" and word.relation == "ccomp" and speaker_of(stage, word) is not None


def _is_deed(stage: Stage, word: Token) -> bool:
    """Whether a predicate is what somebody does, not what there is or can be: denied, that refuses."""
    expletive = tree.children_by(stage.sentence, word, "expl") and word.lemma.lower() in stage.words.speech.possible
    there_is = word.lemma.lower() in stage.grammar.impersonals or word.upos == "AUX" or expletive
    return word.upos == "VERB" and not there_is and not _helpers(stage, word) & stage.grammar.possibility


def _cannot_be(stage: Stage, word: Token) -> bool:
    return denies(stage, word) or bool(word.keys & load_condition_words(stage.language).impossible)


def find_demand(stage: Stage, word: Token) -> Found | None:
    """ "The militias must leave": a demand to its subject by the one whose words they are."""
    governed = word.relation == "xcomp"
    past = not governed and reality.tense(stage.sentence, word, stage.grammar) == "past"
    if past and speaker_of(stage, word) is None:
        return None
    return (None if past else _by_duty(stage, word) or _by_time_left(stage, word)) or _by_need(stage, word)


def _by_time_left(stage: Stage, word: Token) -> Found | None:
    """A verb of having with a length of time and the infinitive of what it is for ("they have two days to leave")."""
    sentence = stage.sentence
    if not word.keys & stage.words.speech.having or is_first_person(stage, word) or denies(stage, word):
        return None
    units = load_contact_words(stage.language).duration_units
    lengths = [o for o in tree.children_by(sentence, word, "obj") if o.keys & units]
    if not any(tree.children_by(sentence, o, "nummod") for o in lengths) or tree.children_by(sentence, word, "aux"):
        return None
    below = [c for w in (word, *lengths) for c in tree.children_by(sentence, w, "advcl", "xcomp", "acl")]
    tasks = [c for c in below if c.feats.get("VerbForm") == "Inf" and c.index > lengths[0].index]
    return _demand(stage, word, word, clause_content(stage, tasks[0])) if tasks else None


def _by_duty(stage: Stage, word: Token) -> Found | None:
    """A clause with an auxiliary of duty, or below a verb or adjective of duty ("has to", "is obliged to")."""
    sentence, speech = stage.sentence, stage.words.speech
    duty, duties = word, frozenset(_helpers(stage, word)) & speech.duties
    above = sentence.parent(word)
    if not duties and above is not None and word.relation == "xcomp" and above.keys & (speech.obliging | speech.duties):
        participle = above.feats.get("VerbForm") == "Part" and not tree.is_finite(sentence, above)
        past = reality.tense(sentence, above, stage.grammar) == "past" and not participle
        if past or tree.children_by(sentence, above, "obj"):
            return None
        duty, duties = above, above.keys & (speech.obliging | speech.duties)
    if _is_expected(stage, word, duties):
        return None
    denied = any(reality.polarity(sentence, w, stage.grammar) == "negated" for w in (word, duty))
    forbidden = _is_unbearable(stage, word)
    if not (duties or forbidden) or (denied and duties & speech.idle) or _is_guess(stage, word):
        return None
    if is_first_person(stage, word) or is_first_person(stage, duty):
        return None
    whole = denied or tree.is_passive(sentence, word)
    return _demand(stage, word, word, clause_content(stage, duty if whole else word))


def _is_expected(stage: Stage, word: Token, duties: frozenset[str]) -> bool:
    """Whether "should" tells what is to be expected ("the talks should be held on Monday")."""
    happens = word.lemma.lower() in stage.words.speech.states
    if happens and duties & stage.words.expecting:
        return True
    mood = tree.finite_form(stage.sentence, word).feats.get("Mood")
    eventual = happens or tree.is_passive(stage.sentence, word)
    return mood == "Cnd" and eventual and stage.grammar.conditional_is_hearsay


def _is_unbearable(stage: Stage, word: Token) -> bool:
    """Whether something is said to be past bearing ("cannot be left without an answer")."""
    if word.lemma.lower() not in stage.words.speech.unbearable or not _helpers(stage, word) & stage.grammar.possibility:
        return False
    return reality.polarity(stage.sentence, word, stage.grammar) == "negated"


def _is_guess(stage: Stage, word: Token) -> bool:
    """Whether "must" only concludes ("must have been")."""
    auxiliaries = tree.children_by(stage.sentence, word, "aux")
    perfect = [a for a in auxiliaries if a.feats.get("VerbForm") == "Inf" and not a.deprel.endswith("pass")]
    return bool(perfect) and word.feats.get("VerbForm") == "Part"


def _by_need(stage: Stage, word: Token) -> Found | None:
    """A verb, adjective or noun of need, with the clause or the thing that is needed."""
    sentence, speech = stage.sentence, stage.words.speech
    if word.lemma.lower() not in speech.needs or word.upos not in ("VERB", "ADJ", "NOUN", "ADV"):
        return None
    if reality.polarity(sentence, word, stage.grammar) == "negated" and word.lemma.lower() in speech.idle:
        return None
    if word.upos != "VERB" and not _is_asserted(stage, word):
        return None
    needed = _needed_clauses(stage, word)
    if needed:
        denied = reality.polarity(sentence, word, stage.grammar) == "negated"
        return _demand(stage, word, needed[0], clause_content(stage, word if denied else needed[0]))
    subjects = tree.children_by(sentence, word, "nsubj")
    if word.upos == "NOUN" or not subjects or subjects[0].upos not in ("NOUN", "PROPN") or is_first_person(stage, word):
        return None
    return _demand(stage, word, None, Content(subjects[0], tree.clause_span(stage.document, sentence, subjects[0])))


def _is_asserted(stage: Stage, noun: Token) -> bool:
    """Whether a need is said to be there ("it is time") or is what somebody stresses ("the need to")."""
    sentence = stage.sentence
    if tree.children_by(sentence, noun, "cop") or _is_bare_predicate(stage, noun):
        return True
    above = sentence.parent(noun)
    above_says = above is not None and above.lemma.lower() in stage.words.speech.saying | stage.words.speech.needs
    return above_says and noun.relation in ("obj", "nsubj", "ccomp", "obl", "xcomp")


def _is_bare_predicate(stage: Stage, word: Token) -> bool:
    """Whether a word is a predicate without a copula, with an infinitive for its subject ("нужно | отвести")."""
    infinitives = [c for c in tree.children_by(stage.sentence, word, "csubj") if c.feats.get("VerbForm") == "Inf"]
    return word.upos in ("ADJ", "ADV") and bool(infinitives) and stage.grammar.zero_copula


def _needed_clauses(stage: Stage, word: Token) -> list[Token]:
    """What is needed, no adjective that a verb makes true of its object ("haría | inevitable | la guerra")."""
    sentence = stage.sentence
    found = tree.children_by(sentence, word, "csubj", "ccomp", "xcomp") or clauses(stage, word)
    made = (c for c in found if word.upos == "VERB" and c.deprel == "xcomp" and c.upos == "ADJ")
    said_of = frozenset(c.index for c in made)
    found = [c for c in found if c.index not in said_of]
    return [c for c in found if c.upos in ("VERB", "AUX", "ADJ", "NOUN") and not is_relative(sentence, c)]


def _demand(stage: Stage, trigger: Token, clause: Token | None, content: Content) -> Found:
    """A demand to the subject of the clause; nobody is meant by "we" and by things."""
    sentence = stage.sentence
    to = [] if clause is None or is_first_person(stage, clause) else tree.subjects(sentence, clause)
    before = [t for t in to if clause is not None and t.index < clause.index]
    to = before or to or _datives(stage, clause)
    if clause is not None and tree.is_passive(sentence, clause):
        to = tree.passive_agents(sentence, clause)
    if clause is not trigger and trigger.upos == "NOUN":
        to = to or tree.obliques(sentence, trigger, *sorted(stage.words.genitive))
    speaker = speaker_of(stage, trigger)
    by = () if speaker else stage.phrases(holders_of(stage, clause or trigger))
    parties = Parties(by=by, to=stage.phrases(t for t in to if t.upos != "VERB"), speaker=speaker)
    act = Act(trigger, ("demand", "affirmed"), parties, "position.speech.demand", SPEECH_CONFIDENCE)
    return act, content


def _datives(stage: Stage, clause: Token | None) -> list[Token]:
    """Who it is for to do what a clause says, in the dative before it ("Грузии нужно отвести")."""
    if clause is None or not stage.grammar.zero_copula:
        return []
    above = stage.sentence.parent(clause)
    around = [*tree.children_by(stage.sentence, clause, "iobj", "obl")]
    if above is not None and clause.relation in ("csubj", "xcomp", "ccomp"):
        around += tree.children_by(stage.sentence, above, "iobj", "obl")
    bare = [t for t in around if t.index < clause.index and not tree.case_lemmas(stage.sentence, t)]
    return [t for t in bare if t.feats.get("Case") in ("Dat", "Gen", "Loc") and t.upos in ("NOUN", "PROPN", "PRON")]


def _helpers(stage: Stage, word: Token) -> set[str]:
    return {key for a in tree.children_by(stage.sentence, word, "aux") for key in a.keys}
