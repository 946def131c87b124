"""What a contact was about, told in a clause of its own: "They met in Bern. The two discussed grain exports."

Sentences come in, mentions without parties go out, which the composer gives to the contact told just before.
"""

from collections.abc import Iterator, Sequence

from cronistoria.extract import reality, tree
from cronistoria.extract.contact_details import topic_spans
from cronistoria.extract.contact_scene import Scene, is_definite, is_reflexive
from cronistoria.languages.contacts import contact_verbs
from cronistoria.model.mention import ContactMention
from cronistoria.model.party import PartyMention
from cronistoria.model.sentence import Token
from cronistoria.model.span import Span

CONFIDENCE = 0.7
TOLD = ("root", "conj", "ccomp", "parataxis")
SEVERAL = frozenset({"politicians", "parties", "diplomats", "officials", "countries", "delegation", "side"})


def find_matters(scene: Scene, parties: Sequence[PartyMention]) -> Iterator[ContactMention]:
    """What a sentence says that several, whom it does not name, spoke of or are to speak of, or what it calls a theme.

    ``parties``: who is told of in it ("the leaders", "both sides").
    """
    groups = frozenset(p.head for p in parties if p.plural and not p.name and not p.codes and _is_of_talks(p))
    for head in scene.sentence.tokens:
        if head.relation not in TOLD or not _is_real(scene, head):
            continue
        spoken = head.upos == "VERB" and head.keys & scene.words.topic_verbs and _is_told(scene, head, groups)
        topics = topic_spans(scene, head) if spoken else _spans(scene, find_themes(scene, head))
        if topics:
            yield _mention(scene, head, topics)


def find_themes(scene: Scene, head: Token) -> list[Token]:
    """What a clause calls the theme of something: "the topic was trade", "high on the agenda was trade".

    Also what an impersonal verb says that it was about: "es ging um den Handel".
    """
    sentence, words = scene.sentence, scene.words
    below = tree.children_by(sentence, head, "nsubj", "obl", "xcomp")
    themes = [c for c in below if c.keys & words.themes or _is_on_agenda(scene, c)]
    subjects = [c for c in below if c.relation == "nsubj" and not _is_it(c)]
    said = bool(tree.children_by(sentence, head, "cop"))
    about = [c for c in (*below, *tree.children_by(sentence, head, "nmod", "obj")) if c not in (*themes, *subjects)]
    about = [c for c in about if c.relation == "obj" or set(tree.roles(sentence, c)) & words.topic_cases]
    if head.keys & words.themes and said:
        genitives = tree.obliques(sentence, head, *words.topic_genitives)
        return genitives if any(c.relation == "expl" for c in sentence.children(head)) else subjects
    if said and themes and head.upos in ("NOUN", "PROPN"):
        return [head]
    if head.keys & words.theme_verbs and themes:
        return about if any(t in subjects for t in themes) else subjects
    return about if head.keys & words.theme_impersonals and not subjects else []


def _is_it(word: Token) -> bool:
    """Whether a word stands for nothing: "es" in "es ging um"."""
    return word.upos == "PRON" and word.feats.get("Gender") == "Neut" and word.feats.get("Person") == "3"


def _is_on_agenda(scene: Scene, word: Token) -> bool:
    """Whether a word is of place on an agenda ("high on the agenda")."""
    return any(c.keys & scene.words.themes for c in tree.children_by(scene.sentence, word, "obl", "nmod"))


def _spans(scene: Scene, topics: Sequence[Token]) -> tuple[Span, ...]:
    heads = (each for topic in topics for each in tree.conjuncts(scene.sentence, topic))
    spans = (tree.phrase(scene.document, scene.sentence, t).span for t in heads if t.upos in ("NOUN", "PROPN"))
    return tuple(dict.fromkeys(spans))


def _mention(scene: Scene, head: Token, topics: tuple[Span, ...]) -> ContactMention:
    planned = reality.modality(scene.sentence, head, scene.grammar) == "planned"
    return ContactMention(
        sentence=scene.sentence.index,
        head=head.index,
        trigger=tree.token_span(scene.document, head),
        evidence=(tree.clause_span(scene.document, scene.sentence, head),),
        polarity="affirmed",
        modality="planned" if planned else "asserted",
        rule=f"contact.matter.{head.lemma.lower()}",
        confidence=CONFIDENCE,
        channel="talks",
        status="scheduled" if planned else "held",
        participants=(),
        topics=topics,
        anaphoric=True,
    )


def _is_real(scene: Scene, head: Token) -> bool:
    """Whether a clause is affirmed and tells of what was or is to be."""
    if reality.polarity(scene.sentence, head, scene.grammar) == "negated":
        return False
    return reality.modality(scene.sentence, head, scene.grammar) in ("asserted", "planned")


def _is_of_talks(party: PartyMention) -> bool:
    return bool(party.office) or party.concept in SEVERAL


def _is_told(scene: Scene, verb: Token, groups: frozenset[int]) -> bool:
    """Whether a verb is in the active and done by several told of before, or by nobody ("si è parlato di")."""
    sentence, grammar = scene.sentence, scene.grammar
    entries = (e for found in contact_verbs(scene.document.language).values() for e in found if e.needs_partner)
    partners = {case for entry in entries for case in entry.partners} - scene.words.topic_cases
    beside = tree.children_by(sentence, verb, "obl")
    if any(partners & set(tree.roles(sentence, o)) and not scene.is_time(o) for o in beside):
        return False
    if tree.is_passive(sentence, verb) or not tree.is_finite(sentence, verb):
        return False
    subjects = tree.subjects(sentence, verb)
    if not subjects:
        form = tree.finite_form(sentence, verb).feats
        several = form.get("Number") == "Plur" or is_reflexive(scene, verb)
        return grammar.drops_subjects and several and form.get("Person") in (None, "3")
    return len(subjects) == 1 and _are_known(scene, subjects[0], groups)


def _are_known(scene: Scene, subject: Token, groups: frozenset[int]) -> bool:
    """Whether a subject is "they", "the two", "both sides" or "the leaders": several, without a name."""
    sentence, pair = scene.sentence, scene.grammar.pair_words
    beside = tree.children_by(sentence, subject, "nmod", "appos", "conj", "acl", "flat")
    if any(not c.keys & pair for c in beside):
        return False
    definite = is_definite(sentence, subject) or not scene.grammar.articles
    counted = any(c.keys & pair for c in (subject, *sentence.children(subject)))
    if counted or (definite and subject.index in groups):
        return True
    return subject.upos == "PRON" and subject.feats.get("Number") == "Plur" and subject.feats.get("Person") == "3"
