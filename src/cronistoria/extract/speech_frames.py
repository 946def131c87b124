"""Who says a clause, and whose deed it tells: what the positions without a word of their own are read from.

A predicate of one sentence comes in, phrases and contents go out.
"""

from collections.abc import Iterator

from cronistoria.extract import reality, tree
from cronistoria.extract.position_frames import Content, Stage, agents
from cronistoria.extract.position_mentions import Parties
from cronistoria.extract.position_types import names_intention
from cronistoria.languages.positions import PositionPredicate
from cronistoria.languages.quotes import load_quote_words
from cronistoria.model.mention import Phrase
from cronistoria.model.sentence import Token

SPEECH_CONFIDENCE = 0.55
SAID = ("ccomp", "parataxis", "xcomp", "obj", "advcl")
BESIDE = ("mark", "cc", "parataxis", "discourse", "vocative")


def speaker_of(stage: Stage, word: Token) -> Phrase | None:
    """Who says the clause of a word, where a verb of saying governs it in the same sentence or is put into it."""
    saying = stage.words.speech.saying
    for predicate in (word, *_governors(stage, word)):
        inserted = (c for c in tree.children_by(stage.sentence, predicate, "parataxis") if c.lemma.lower() in saying)
        if (verb := next(inserted, None)) is not None:
            return next(iter(agents(stage, verb)), None)
    current = word
    for above in tree.ancestors(stage.sentence, word):
        if current.relation in SAID and (above.lemma.lower() in saying or _is_let_know(stage, above)):
            return next(iter(agents(stage, above)), None)
        current = above
    return None


def _governors(stage: Stage, word: Token) -> Iterator[Token]:
    """The predicates of duty and need that govern an infinitive, upwards ("is obliged | to leave")."""
    speech, current = stage.words.speech, word
    binding = speech.duties | speech.obliging | speech.needs
    for above in tree.ancestors(stage.sentence, word):
        if current.relation not in ("xcomp", "csubj") or not above.keys & binding:
            return
        yield above
        current = above


def _is_let_know(stage: Stage, verb: Token) -> bool:
    """Whether a verb makes one of saying with the infinitive's governor ("дал понять, что", "let it be known that")."""
    above = stage.sentence.parent(verb)
    if above is None or verb.relation != "xcomp" or verb.feats.get("VerbForm") != "Inf":
        return False
    compounds = load_quote_words(stage.language).compounds
    return any(above.keys & c.lemmas and verb.keys & c.companions for c in compounds)


def holders_of(stage: Stage, predicate: Token) -> list[Token]:
    """Whose judgement a sentence tells ("for Oslo this is unacceptable"): a name under an adposition of holders."""
    found = tree.obliques(stage.sentence, predicate, *sorted(stage.words.speech.holders))
    return [t for t in found if any(w.entity != "O" for w in (t, *tree.phrase_tokens(stage.sentence, t)))]


def is_said_infinitive(stage: Stage, word: Token) -> bool:
    """Whether a predicate is an infinitive that a verb of saying governs ("says he is not to", "dice di non")."""
    above = stage.sentence.parent(tree.first_conjunct(stage.sentence, word))
    governed = word.relation in ("xcomp", "ccomp", "conj") and not tree.is_finite(stage.sentence, word)
    below = stage.sentence.children(word)
    asking = any(c.feats.get("PronType") == "Int" or c.keys & stage.words.questions for c in below)
    return governed and not asking and above is not None and above.lemma.lower() in stage.words.speech.saying


def is_first_person(stage: Stage, word: Token) -> bool:
    """Whether a predicate's subject is "I" or "we", spoken or in the ending of the verb."""
    subjects = tree.subjects(stage.sentence, word)
    if subjects:
        selves = stage.words.selves
        return any(s.upos == "PRON" and (s.feats.get("Person") == "1" or s.lower in selves) for s in subjects)
    return tree.finite_form(stage.sentence, word).feats.get("Person") == "1"


def is_second_person(stage: Stage, word: Token) -> bool:
    """Whether a predicate's subject is "you"."""
    subjects = tree.subjects(stage.sentence, word) or [tree.finite_form(stage.sentence, word)]
    return any(s.upos in ("PRON", "VERB", "AUX") and s.feats.get("Person") == "2" for s in subjects)


def doers_of(stage: Stage, word: Token) -> tuple[Phrase, ...]:
    """Whose deed a predicate tells; that of an infinitive is its governor's."""
    found = tree.doers(stage.document, stage.sentence, word)
    above = stage.sentence.parent(word)
    if not found and above is not None and word.relation == "xcomp":
        return tree.doers(stage.document, stage.sentence, above)
    return found


def is_verdict(stage: Stage, word: Token, entry: PositionPredicate) -> bool:
    """Whether a judgement is the speaker's and the words that make it one stand beside it."""
    near = (word, *(c for c in tree.children_by(stage.sentence, word, "xcomp") if c.keys & entry.lemmas))
    beside = {key for above in near for child in stage.sentence.children(above) for key in child.keys}
    return entry.by_speaker and (not entry.beside or bool(beside & entry.beside))


def is_ours(stage: Stage, noun: Token) -> bool:
    """Whether a noun is called the speaker's own ("our air force", "nostro dovere")."""
    owners = tree.children_by(stage.sentence, noun, "det", "nmod", "det:poss", "nmod:poss")
    return any(o.keys & stage.words.speech.ours for o in owners)


def forcing(stage: Stage, word: Token) -> Token | None:
    """The passive verb of force that governs a predicate ("will be forced to answer")."""
    above = stage.sentence.parent(word)
    forced = (
        above is not None and word.relation in ("xcomp", "ccomp", "advcl") and above.keys & stage.words.speech.forced
    )
    return above if forced else None


def _is_in_own_hands(stage: Stage, word: Token) -> bool:
    """Whether what is not to be done, by nobody named, is for the speaker to grant ("will not be extended")."""
    granted = word.lemma.lower() in stage.words.speech.unwilling
    denied = reality.polarity(stage.sentence, word, stage.grammar) == "negated"
    return granted and denied and not tree.passive_agents(stage.sentence, word)


def _is_told_by_others(stage: Stage, word: Token) -> bool:
    """Whether what "we" will do is what somebody else said ("they told us that we would go to prison")."""
    above = stage.sentence.parent(tree.first_conjunct(stage.sentence, word))
    if above is None or word.relation not in ("ccomp", "conj") or not above.keys & stage.words.speech.saying:
        return False
    if not tree.children_by(stage.sentence, tree.first_conjunct(stage.sentence, word), "mark"):
        return False
    we = tree.finite_form(stage.sentence, word).feats.get("Person") == "1" or any(
        s.feats.get("Person") == "1" for s in tree.subjects(stage.sentence, word)
    )
    return we and not is_first_person(stage, above) and tree.is_finite(stage.sentence, above)


def own_parties(stage: Stage, word: Token) -> Parties | None:
    """The parties of a deed that is the speaker's own side's: "we", the speaker, or those who may stand by him."""
    speaker = speaker_of(stage, word)
    above = forcing(stage, word)
    if above is not None:
        by = stage.phrases(tree.subjects(stage.sentence, above))
        return Parties(by=() if is_first_person(stage, above) else by, speaker=speaker, side="own")
    if is_second_person(stage, word):
        return None
    if tree.is_passive(stage.sentence, word):
        return Parties(speaker=speaker) if _is_in_own_hands(stage, word) else None
    if is_first_person(stage, word):
        if _is_told_by_others(stage, word):
            return None
        subjects = tree.subjects(stage.sentence, word)
        return Parties(by=stage.phrases(subjects) if len(subjects) > 1 else (), speaker=speaker)
    types = (s.feats.get("PronType", "").split(",") for s in tree.subjects(stage.sentence, word) if s.upos == "PRON")
    if any({"Rel", "Int", "Dem"} & set(type_) for type_ in types):
        return None
    if any(is_ours(stage, s) for s in tree.subjects(stage.sentence, word)):
        return Parties(speaker=speaker)
    by = stage.phrases(_havers(stage, word)) or doers_of(stage, word)
    return Parties(by=by, speaker=speaker, side="own") if by else None


def _havers(stage: Stage, word: Token) -> list[Token]:
    """Who has an intention that there is or is not, under an adposition ("у Осло нет намерения")."""
    having = stage.grammar.having
    return tree.obliques(stage.sentence, word, *sorted(having)) if having and names_intention(stage, word) else []


def clause_content(stage: Stage, word: Token) -> Content:
    """A clause as content, without its subordinator and the coordinated clauses that say something of their own."""
    sentence = stage.sentence
    outside = {c.index for c in tree.children_by(sentence, word, *BESIDE)}
    outside |= {c.index for c in tree.children_by(sentence, word, "conj") if tree.is_finite(sentence, c)}
    return Content(word, tree.clause_span(stage.document, sentence, word, without=frozenset(outside)))


def near(stage: Stage, word: Token) -> list[Token]:
    """A predicate with its complements and theirs, one step down."""
    relations = ("obj", "obl", "nmod", "xcomp", "conj", "amod", "compound", "advmod", "acl", "nsubj")
    return [word, *(c for c in tree.children_by(stage.sentence, word, *relations) if c.deprel != "acl:relcl")]
