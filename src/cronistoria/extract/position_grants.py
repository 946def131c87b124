"""What is given to whom: time for a task ("gave the rebels three days to leave"), a text with a demand.

A verb with the entry that fits it comes in; the task that the length stands for goes out as the content of a demand,
or whoever tells that somebody was asked.
"""

from collections.abc import Sequence

from cronistoria.extract import tree
from cronistoria.extract.position_frames import PARTY_TAGS, Content, Stage, clauses_below, giver_of, opens_colon, under
from cronistoria.extract.speech_frames import speaker_of
from cronistoria.languages.contacts import load_contact_words
from cronistoria.languages.positions import PositionVerb
from cronistoria.languages.quotes import load_quote_words
from cronistoria.model.mention import Phrase
from cronistoria.model.sentence import Token


def spelt_out(stage: Stage, verb: Token, content: Content, entry: PositionVerb) -> Content:
    """What a noun of the entry is for, if an infinitive says so ("setzte eine Frist, | das Abkommen zu kündigen").

    So does what hangs on the verb instead ("дал неделю | на вывод войск").
    """
    if entry.needs != "clause" or not content.head.keys & entry.objects:
        return content
    below = tree.children_by(stage.sentence, content.head, "acl")
    clause = next((c for c in below if c.upos == "VERB" and c.feats.get("VerbForm") == "Inf"), None)
    if clause is not None:
        return Content(clause, tree.clause_span(stage.document, stage.sentence, clause))
    aims = [t for t in under(stage, verb, entry.content) if t is not content.head and t.index > content.head.index]
    for aim in aims[:1]:
        clause = next(iter(clauses_below(stage.sentence, aim)), None) if aim.upos in ("PRON", "DET") else None
        return _task(stage, clause) if clause is not None else Content(aim, stage.phrases([aim])[0].span)
    return next(iter(tasks(stage, verb, entry)), content)


def lengths(stage: Stage, verb: Token, entry: PositionVerb) -> list[Token]:
    """Counted nouns that a parser hung on whom a verb gives them to ("gave | the militias of Oslo three days")."""
    given = tree.obliques(stage.sentence, verb, *sorted(entry.to)) if entry.objects and entry.needs == "clause" else []
    below = [c for t in given for c in tree.children_by(stage.sentence, t, "nmod")]
    bare = [c for c in below if not tree.case_lemmas(stage.sentence, c)]
    return [c for c in bare if tree.children_by(stage.sentence, c, "nummod")]


def tasks(stage: Stage, verb: Token, entry: PositionVerb) -> list[Content]:
    """What time is given for, hung on the length itself ("gave | the envoy three days | to leave")."""
    given = [*lengths(stage, verb, entry), *_counted(stage, verb, entry), *_time_for(stage, verb, entry)]
    below = [c for t in given for c in tree.children_by(stage.sentence, t, "acl", "advcl", "xcomp")]
    opened = entry.content | {""}
    clauses = [c for c in below if c.upos == "VERB" and set(tree.mark_lemmas(stage.sentence, c) or _bare(c)) & opened]
    aims = [a for t in given for a in under(stage, t, entry.content) if a.upos == "NOUN"]
    found = [_task(stage, c) for c in clauses[:1]]
    return found or [Content(a, stage.phrases([a])[0].span) for a in aims[:1]]


def _bare(clause: Token) -> tuple[str, ...]:
    """What an infinitive without a word of its own opens with: nothing ("48 Stunden Zeit, | abzuziehen")."""
    return ("",) if clause.relation == "xcomp" and clause.feats.get("VerbForm") == "Inf" else ()


def _time_for(stage: Stage, verb: Token, entry: PositionVerb) -> list[Token]:
    """What is given as time, and the time that a length measures ("gab Oslo 48 Stunden | Zeit")."""
    held = [o for o in tree.objects(stage.sentence, verb) if o.keys & entry.objects] if entry.needs == "clause" else []
    below = [c for o in held for c in tree.children_by(stage.sentence, o, "nmod") if c.keys & entry.objects]
    return [*held, *below]


def _counted(stage: Stage, verb: Token, entry: PositionVerb) -> list[Token]:
    """The lengths that hang on the verb as obliques without an adposition."""
    beside = tree.children_by(stage.sentence, verb, "obl") if entry.needs == "clause" else []
    return [c for c in beside if c.keys & entry.objects and not tree.case_lemmas(stage.sentence, c)]


def _task(stage: Stage, clause: Token) -> Content:
    """A clause as what there is to do, without what opens it."""
    marks = frozenset(c.index for c in tree.children_by(stage.sentence, clause, "mark"))
    return Content(clause, tree.clause_span(stage.document, stage.sentence, clause, without=marks))


def given_to(stage: Stage, verb: Token) -> list[Token]:
    """To whom a text is given that says what a participle says ("sent Oslo a letter | demanding that …")."""
    giver = giver_of(stage, verb)
    if giver is None:
        return []
    given = tree.children_by(stage.sentence, giver, "iobj")
    given += [o for o in tree.objects(stage.sentence, giver) if o.index != verb.head and o.upos in PARTY_TAGS]
    cases = load_contact_words(stage.language).addressees
    return given or tree.obliques(stage.sentence, giver, *sorted(cases))


def telling_of_own(stage: Stage, verb: Token, entry: PositionVerb, to: Sequence[Token]) -> Phrase | None:
    """Who tells what somebody was asked or offered, by whom is not said: "Oslo was asked to stop, said Roe"."""
    passive = tree.is_passive(stage.sentence, verb) and tree.is_finite(stage.sentence, verb)
    persons = load_quote_words(stage.language).persons
    named = any(t.entity != "O" or t.keys & persons for t in to)
    return speaker_of(stage, verb) if passive and named and entry.type in ("demand", "request", "offer") else None


def answers_alone(stage: Stage, verb: Token, objects: Sequence[Token]) -> bool:
    """Whether a verb has nothing that it is about, but a pronoun of what was told ("Oslo refuses", "s'y refuse")."""
    if verb.relation not in ("root", "conj", "parataxis", "ccomp") or not tree.is_finite(stage.sentence, verb):
        return False
    pronouns = stage.grammar.place_pronouns
    if opens_colon(stage.sentence, verb):
        return True
    others = [o for o in objects if o.feats.get("Reflex") != "Yes" and o.lower not in pronouns]
    held = tree.children_by(stage.sentence, verb, "xcomp", "ccomp", "advcl", "csubj", "parataxis", "nsubj:pass")
    beside = [t for t in tree.children_by(stage.sentence, verb, "obl", "iobj") if t.lower not in pronouns]
    return not (others or held or beside)
