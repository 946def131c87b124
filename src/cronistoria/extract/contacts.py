"""Parties in touch: calls, meetings, talks, summits, visits, letters and handovers, told by verbs or by nouns.

Sentences come in, contact mentions go out in text order; one contact told by a verb and by its noun ("they spoke in a
call") is one mention. Who the parties are and which mentions tell of the same contact is the composer's question.
"""

from collections.abc import Iterator, Sequence

import msgspec

from cronistoria.extract import tree
from cronistoria.extract.contact_carriers import add_governor, askers_of, carrier_of, carries_another
from cronistoria.extract.contact_details import (
    channel_by_means,
    duration_span,
    has_means,
    outcome_span,
    requester,
    topic_spans,
)
from cronistoria.extract.contact_lengths import find_lengths
from cronistoria.extract.contact_parties import noun_parties, verb_parties
from cronistoria.extract.contact_phoned import find_phoned
from cronistoria.extract.contact_scene import (
    Parties,
    Scene,
    gives_a_name,
    is_indefinite,
    is_person,
    is_reflexive,
    means_of,
    measure_of,
    with_people,
)
from cronistoria.extract.contact_series import one_by_one
from cronistoria.extract.contact_status import Standing, noun_standing, setting_span, verb_standing
from cronistoria.extract.contact_stays import find_stay
from cronistoria.languages.contacts import ContactNoun, ContactVerb, contact_nouns, contact_verbs, load_contact_words
from cronistoria.languages.grammar import load_grammar
from cronistoria.model.document import Document
from cronistoria.model.mention import ContactMention, Phrase
from cronistoria.model.party import PartyMention
from cronistoria.model.record import Channel
from cronistoria.model.sentence import Sentence, Token
from cronistoria.model.timex import TimexMention

STAY, PHONED = "contact.stay", "contact.phoned"
VERB_CONFIDENCE, NOUN_CONFIDENCE = 0.85, 0.75
PARTICIPLES = {"ADJ": "Part"}
MAIN = frozenset({"root", "parataxis", "appos"})


def find_contacts(
    document: Document,
    sentences: Sequence[Sentence],
    times: Sequence[TimexMention] = (),
    parties: Sequence[PartyMention] = (),
    *,
    language: str,
) -> Iterator[ContactMention]:
    """The contacts that a report tells of, in text order; ``times`` are its time expressions.

    ``parties``: who is named in it, so that a surname taken for a place is known as a person's.

    "Il ministro ha incontrato l'ambasciatore." yields one mention: meeting, held, two participants.
    """
    words, grammar = load_contact_words(language), load_grammar(language)
    verbs, nouns = contact_verbs(language), contact_nouns(language)
    latest = -2
    told: dict[int, list[TimexMention]] = {}
    for time in times:
        told.setdefault(time.sentence, []).append(time)
    for sentence in with_people(sentences, parties):
        scene = Scene(document, sentence, words, grammar, tuple(told.get(sentence.index, ())))
        found = list(_in_sentence(scene, verbs, nouns))
        yield from found
        if not found and latest == sentence.index - 1:
            found = list(find_lengths(scene))
            yield from found
        latest = sentence.index if found else latest


def _in_sentence(
    scene: Scene, verbs: dict[str, tuple[ContactVerb, ...]], nouns: dict[str, ContactNoun]
) -> Iterator[ContactMention]:
    """The contacts that a sentence names, in text order."""
    sentence, taken = scene.sentence, set[int]()
    means = means_of(scene.words)
    for token in sentence.tokens:
        if (stay := find_stay(scene, token)) is not None and not _is_asked(sentence, token):
            yield from _stay_mentions(scene, token, *stay)
        elif (token.upos == "ADJ" or _is_predicate(token)) and not _is_asked(sentence, token):
            entry = next((e for e in _entries(scene, token, verbs) if _fits_verb(scene, token, e)), None)
            if entry is not None:
                noun = None if entry.channel == "message" else _noun_of_verb(scene, token, nouns)
                taken |= {noun.index} if noun else set()
                taken |= {t.index for t in tree.children_by(sentence, token, "obl") if t.keys & means}
                taken |= {o.index for o in tree.objects(sentence, token)} if entry.object == "document" else set()
                yield from _verb_mentions(scene, token, entry, noun, nouns)
            elif (phoned := find_phoned(scene, token)) is not None:
                yield _mention(scene, (token, None), phoned, (2, False), rule=PHONED)
        elif token.index not in taken:
            noun_entry = _noun_entry(scene, token, nouns)
            if noun_entry is not None and _fits_noun(scene, token, noun_entry):
                yield from _noun_mentions(scene, token, noun_entry)


def _stay_mentions(scene: Scene, place: Token, parties: Parties, standing: Standing) -> Iterator[ContactMention]:
    """One visit for each place where somebody is."""
    for part in one_by_one(scene, place, "visit", parties):
        mention = _mention(scene, (place, None), ("visit", part.parties, standing), (2, False), rule=STAY)
        trigger = part.end.span if part.end else mention.trigger
        participants = part.parties.all
        yield msgspec.structs.replace(
            mention,
            trigger=trigger,
            when=part.when,
            participants=participants,
            recipients=tuple(part.parties.recipients),
        )


def _noun_entry(scene: Scene, token: Token, nouns: dict[str, ContactNoun]) -> ContactNoun | None:
    """The entry of a noun, or of the noun that a pronoun with parties of its own repeats ("those with the rebels")."""
    if token.upos in ("NOUN", "PROPN"):
        entry = nouns.get(token.lemma.lower()) or nouns.get(token.lower)
        return None if _begins_a_body(scene, token) else entry
    above = scene.sentence.parent(token)
    if token.upos not in ("PRON", "DET") or token.relation != "conj" or above is None:
        return None
    entry = nouns.get(above.lemma.lower())
    return entry if entry is not None and _own_parties(scene, token, entry) else None


def _begins_a_body(scene: Scene, token: Token) -> bool:
    """Whether a word with a capital is the first of a body's name ("Encuentro Compartido")."""
    following = scene.sentence.tokens[token.index + 1 : token.index + 2]
    return token.entity == "B-ORG" and token.form[0].isupper() and any(t.entity == "I-ORG" for t in following)


def _is_predicate(token: Token) -> bool:
    """Whether a word is a verb, also one that a parser calls an auxiliary and that helps no other."""
    return token.upos == "VERB" or (token.upos == "AUX" and token.relation not in ("aux", "cop"))


def _is_asked(sentence: Sentence, verb: Token) -> bool:
    """Whether somebody asks if it is so ("Has he met the minister?")."""
    return verb.relation in MAIN and any(t.form == "?" for t in sentence.tokens[-2:])


def _entries(scene: Scene, token: Token, verbs: dict[str, tuple[ContactVerb, ...]]) -> tuple[ContactVerb, ...]:
    """The entries of a verb with its particle, or of an adjective that says what a verb would ("is due")."""
    apart = (p.lemma.lower() for p in tree.children_by(scene.sentence, token, "advmod", "compound"))
    joined = next((found for particle in apart if (found := verbs.get(particle + token.lemma.lower()))), None)
    entries = joined or verbs.get(token.lemma.lower(), ())
    if token.upos != "ADJ":
        return entries
    placed = token.relation == "amod" and bool(tree.children_by(scene.sentence, token, "obl"))
    gathered = (placed or token.relation in ("advcl", "acl")) and token.feats.get("Number") == "Plur"
    return tuple(e for e in entries if e.status is not None or (gathered and e.reflexive and e.alone))


def _fits_verb(scene: Scene, verb: Token, entry: ContactVerb) -> bool:
    """Whether the dependents are those of the entry."""
    sentence, parties = scene.sentence, verb_parties(scene, verb, entry)
    reflexive = is_reflexive(scene, verb) or _is_bare_participle(sentence, verb, entry)
    objects = tree.objects(sentence, verb)
    if (entry.reflexive and not reflexive) or any(o.keys & entry.not_objects for o in objects):
        return False
    subjects = tree.subjects(sentence, verb) if entry.not_subjects else []
    if entry.subjects and not any(s.keys & entry.subjects for s in _meant(sentence, verb)):
        return False
    if (entry.active and tree.is_passive(sentence, verb)) or any(s.keys & entry.not_subjects for s in subjects):
        return False
    particles = tree.children_by(sentence, verb, "compound")
    cases = {c for o in tree.children_by(sentence, verb, "obl") for c in tree.roles(sentence, o)}
    if entry.not_cases & (cases | {p.lemma.lower() for p in particles}):
        return False
    if entry.alone and any(o.keys & scene.words.excluded for o in tree.children_by(sentence, verb, "obl")):
        return False
    if entry.alone and any(not tree.mark_lemmas(sentence, c) for c in tree.children_by(sentence, verb, "xcomp")):
        return False
    others = [sentence.tokens[p.head] for p in (*parties.partners, *parties.recipients)]
    people = [*(sentence.tokens[p.head] for p in parties.holders), *objects] if entry.object == "envoy" else others
    if entry.persons_only and not any(is_person(scene, o) for o in people):
        return False
    if entry.persons_only and _is_appeal(sentence, verb, entry):
        return False
    if entry.needs_means and not has_means(scene, verb):
        return False
    if entry.at and not any(t.keys & entry.at for t in tree.children_by(sentence, verb, "obl", "compound", "advmod")):
        return False
    if _is_no_journey(scene, verb, entry):
        return False
    if entry.object == "document":
        return any(_is_document(scene, o) for o in objects)
    plural = len(parties.holders) > 1 or tree.finite_form(sentence, verb).feats.get("Number") == "Plur"
    plural = plural or (verb.feats.get("VerbForm") == "Inf" and _are_several(sentence, parties))
    if gives_a_name(sentence, verb):
        return False
    if entry.channel == "call" and is_reflexive(scene, verb) and not (plural or parties.partners):
        return False
    if entry.needs_partner:
        several = len(parties.holders) > 1 or any(_is_pair(scene, p) or _is_of_two(scene, p) for p in parties.holders)
        tries = [c for c in tree.children_by(sentence, verb, "xcomp", "ccomp") if c.feats.get("VerbForm") == "Inf"]
        acting = not tries and not tree.is_passive(sentence, verb)
        together = acting and several and (entry.together or has_means(scene, verb))
        lasting = duration_span(scene, verb) is not None or (has_means(scene, verb) and _are_they(scene, parties))
        return bool(others) or together or (plural and (reflexive or lasting))
    if entry.alone:
        return entry.reflexive or not objects
    if entry.object == "partner" and not parties.holders and all(o.upos == "PRON" for o in others) and others:
        return False
    if entry.object == "partner":
        return bool(others) or reflexive or (not scene.words.reflexives and plural)
    return bool(others)


def _meant(sentence: Sentence, verb: Token) -> list[Token]:
    """The subjects of a verb, nouns for relative pronouns."""
    return [tree.antecedent(sentence, s) or s for s in tree.subjects(sentence, verb)]


def _are_several(sentence: Sentence, parties: Parties) -> bool:
    """Whether the one phrase for those who do it is in the plural ("the two leaders agreed to meet again")."""
    heads = [sentence.tokens[p.head] for p in parties.holders]
    return len(heads) == 1 and heads[0].feats.get("Number") == "Plur"


def _are_they(scene: Scene, parties: Parties) -> bool:
    """Whether only a plural pronoun, or an unspoken subject, says who does it."""
    heads = [scene.sentence.tokens[p.head] for p in parties.holders]
    return len(heads) == 1 and (parties.holders[0].dropped or heads[0].upos == "PRON")


def _is_of_two(scene: Scene, phrase: Phrase) -> bool:
    """Whether several are told of as those of two owners ("envoys of the government and of the rebels")."""
    head = scene.sentence.tokens[phrase.head]
    owners = tree.children_by(scene.sentence, head, "nmod") if head.feats.get("Number") == "Plur" else []
    return any(tree.children_by(scene.sentence, owner, "conj") for owner in owners)


def _is_pair(scene: Scene, phrase: Phrase) -> bool:
    """Whether a phrase is of two ("the two negotiators")."""
    head = scene.sentence.tokens[phrase.head]
    counted = () if phrase.dropped else tree.children_by(scene.sentence, head, "nummod", "det")
    return any(word.keys & scene.grammar.pair_words for word in counted)


def _is_no_journey(scene: Scene, verb: Token, entry: ContactVerb) -> bool:
    """Whether somebody is asked to a deed ("invitó a Gil a ceder"), or a thing is made to come ("hizo llegar")."""
    above = scene.sentence.parent(verb)
    if entry.object == "recipient" and not entry.partners:
        deeds = [c for c in tree.children_by(scene.sentence, verb, "xcomp", "ccomp") if c.upos == "VERB"]
        known = contact_verbs(scene.document.language)
        return bool(deeds) and not any(d.lemma.lower() in known for d in deeds)
    made = above is not None and above.lemma.lower() in scene.grammar.light_verbs and verb.relation == "xcomp"
    planned = above is not None and any(
        c.upos == "ADJ" for c in tree.children_by(scene.sentence, above, "obj", "xcomp")
    )
    return entry.channel == "visit" and made and not planned and verb.feats.get("VerbForm") == "Inf"


def _is_bare_participle(sentence: Sentence, verb: Token, entry: ContactVerb) -> bool:
    """Whether a participle stands for a reflexive verb ("riuniti ad Abuja, i ministri", "the council, met in …")."""
    alone = "Part" in (verb.feats.get("VerbForm"), PARTICIPLES.get(verb.upos))
    alone = alone and not tree.children_by(sentence, verb, "aux", "obj")
    if tree.passive_agents(sentence, verb):
        return False
    several = verb.feats.get("Number") == "Plur"
    return alone and (several or (entry.alone and verb.relation == "acl" and verb.deprel != "acl:relcl"))


def _is_appeal(sentence: Sentence, verb: Token, entry: ContactVerb) -> bool:
    """Whether somebody is called to something: "llamó a los vecinos a la calma"."""
    called = tree.children_by(sentence, verb, "obj", "obl", "iobj")
    return sum(bool(set(tree.roles(sentence, c)) & entry.recipients) for c in called) > 1


def _is_document(scene: Scene, token: Token) -> bool:
    """A document, a number of them ("a series of papers"), or a relative pronoun that stands for one."""
    head = tree.antecedent(scene.sentence, token) or token
    near = (head, *tree.children_by(scene.sentence, head, "nmod"))
    return any(t.lemma.lower() in scene.words.documents for t in near)


def _is_letter(scene: Scene, token: Token, nouns: dict[str, ContactNoun]) -> bool:
    """Whether what is sent or handed over is a letter by its name; other documents are handed over."""
    entry = nouns.get((tree.antecedent(scene.sentence, token) or token).lemma.lower())
    return entry is not None and entry.channel == "letter"


def _fits_noun(scene: Scene, noun: Token, entry: ContactNoun) -> bool:
    """Whether a noun is a contact at all: number, modifiers, adpositions, and no part of a name of another thing."""
    sentence = scene.sentence
    single = noun.feats.get("Number") != "Plur" and not noun.lower.endswith(noun.lemma.lower() + "s")
    if entry.plural_only and single and not _own_parties(scene, noun, entry):
        return False
    if entry.needs_partner and not (_own_parties(scene, noun, entry) or _is_had_with(scene, noun, entry)):
        return False
    if entry.singular_only and noun.feats.get("Number") == "Plur":
        return False
    modifiers = tree.children_by(sentence, noun, "amod", "compound", "nmod", "flat")
    modifiers = [m for m in modifiers if not set(tree.roles(sentence, m)) & (entry.partners | entry.between)]
    above = sentence.parent(noun) if noun.relation == "nmod" else None
    if (above is not None and above.keys & scene.words.excluded) or _is_called_for(scene, noun):
        return False
    if any(m.keys & scene.words.excluded for m in modifiers) or noun.relation == "compound":
        return False
    beside = [m for m in tree.children_by(sentence, noun, "nmod", "obl") if not _is_time(scene, m)]
    return not {c for m in beside for c in tree.roles(sentence, m)} & entry.not_cases


def _is_time(scene: Scene, token: Token) -> bool:
    return any(time.first <= token.index <= time.last for time in scene.times)


def _noun_of_verb(scene: Scene, verb: Token, nouns: dict[str, ContactNoun]) -> Token | None:
    """A contact noun that tells the same as its verb ("they spoke in a call"): oblique, without parties of its own."""
    for child in (*tree.children_by(scene.sentence, verb, "obl", "obj"), *_settings_of_object(scene, verb)):
        entry = nouns.get(child.lemma.lower())
        indefinite = {"Ind"} & {d.feats.get("Definite", "") for d in tree.children_by(scene.sentence, child, "det")}
        case = tree.roles(scene.sentence, child)
        if (
            entry
            and not (entry.singular_only and child.feats.get("Number") == "Plur")
            and entry.channel not in ("visit", "letter")
            and len(case) <= 1
            and not (child.relation == "nmod" and set(case) & entry.owners)
            and (indefinite or not case or len(case[0]) <= 2)
        ):
            return None if _own_parties(scene, child, entry) else child
    return None


def _settings_of_object(scene: Scene, verb: Token) -> list[Token]:
    """What a parser hung on the object of a verb and is where the verb is done ("discuss the crisis at a meeting")."""
    below = (n for o in tree.objects(scene.sentence, verb) for n in tree.children_by(scene.sentence, o, "nmod"))
    outside = scene.words.topic_cases
    return [
        n for n in below if (cases := set(tree.roles(scene.sentence, n))) & scene.words.settings and not cases & outside
    ]


def _own_parties(scene: Scene, noun: Token, entry: ContactNoun) -> bool:
    return bool(tree.obliques(scene.sentence, noun, *entry.partners, *entry.between))


def _is_called_for(scene: Scene, noun: Token) -> bool:
    """Whether a noun is only what an appeal is for that its verb has for an object ("ha fatto appello al dialogo")."""
    first = tree.first_conjunct(scene.sentence, noun)
    verb = scene.sentence.parent(first) if first.relation == "obl" else None
    objects = tree.children_by(scene.sentence, verb, "obj") if verb is not None else []
    return any(o.keys & scene.words.excluded for o in objects)


def _is_had_with(scene: Scene, noun: Token, entry: ContactNoun) -> bool:
    """Whether a verb that leaves the meaning to its object names the other party ("had breakfast with Roe")."""
    verb = scene.sentence.parent(noun) if noun.relation == "obj" else None
    light = verb is not None and verb.lemma.lower() in scene.words.light_verbs
    return light and verb is not None and bool(tree.obliques(scene.sentence, verb, *entry.partners))


def _verb_mentions(
    scene: Scene, verb: Token, entry: ContactVerb, noun: Token | None, nouns: dict[str, ContactNoun]
) -> Iterator[ContactMention]:
    """One mention, or one for each who is called, visited or met apart."""
    parties, standing = verb_parties(scene, verb, entry), verb_standing(scene, verb, entry)
    channel = channel_by_means(scene, verb, entry.channel)
    if entry.object == "document" and not any(_is_letter(scene, o, nouns) for o in tree.objects(scene.sentence, verb)):
        channel = "handover"
    if noun is not None and channel in ("meeting", "talks"):
        channel = channel_by_means(scene, noun, nouns[noun.lemma.lower()].channel)
    if standing.status in ("requested", "proposed") and len(parties.all) < 2:
        add_governor(scene, verb, parties)
    for part in one_by_one(scene, verb, channel, parties):
        mention = _mention(scene, (verb, noun), (channel, part.parties, standing), (entry.least, False))
        yield msgspec.structs.replace(mention, trigger=part.end.span, when=part.when) if part.end else mention


def _noun_mentions(scene: Scene, noun: Token, entry: ContactNoun) -> Iterator[ContactMention]:
    """One mention, or one for each place of a journey ("a tour of Turkey and Greece")."""
    mention = _noun_mention(scene, noun, entry)
    hosts = mention.recipients if mention.channel == "visit" and mention.status != "cancelled" else ()
    parties = Parties(holders=[p for p in mention.participants if p not in hosts], recipients=list(hosts))
    for part in one_by_one(scene, noun, "visit", parties) if len(hosts) > 1 else ():
        if part.end is None:
            break
        yield msgspec.structs.replace(
            mention, trigger=part.end.span, when=part.when, participants=part.parties.all,
            recipients=tuple(part.parties.recipients),
        )  # fmt: skip
    else:
        if len(hosts) > 1:
            return
    yield mention


def _noun_mention(scene: Scene, noun: Token, entry: ContactNoun) -> ContactMention:
    parties, standing = noun_parties(scene, noun, entry), noun_standing(scene, noun)
    asked = standing.status in ("requested", "proposed", "refused") and not parties.holders
    askers = askers_of(scene, noun, parties) if asked else []
    if standing.status in ("requested", "proposed", "scheduled", "refused") and not parties.all:
        above = carrier_of(scene.sentence, noun)
        if above is None or not carries_another(scene, noun, above):
            add_governor(scene, noun, parties)
    channel = channel_by_means(scene, noun, entry.channel)
    anaphoric = entry.anaphoric and not is_indefinite(scene.sentence, noun)
    mention = _mention(scene, (noun, None), (channel, parties, standing), (entry.least, anaphoric))
    if askers and standing.status == "requested":
        return msgspec.structs.replace(mention, requested_by=askers[0])
    return mention


def _mention(
    scene: Scene,
    triggers: tuple[Token, Token | None],
    told: tuple[Channel, Parties, Standing],
    needs: tuple[int, bool],
    rule: str | None = None,
) -> ContactMention:
    token, noun = triggers
    channel, parties, standing = told
    is_verb = _is_predicate(token)
    details = [t for t in (noun, token) if t is not None]
    clause = tree.clause_of(scene.sentence, token)
    participants = tuple(p for p in parties.all if not _is_trigger(p, details))
    return ContactMention(
        sentence=scene.sentence.index,
        head=(measure_of(scene, token) or token).index,
        trigger=tree.token_span(scene.document, token),
        evidence=(tree.clause_span(scene.document, scene.sentence, clause),),
        polarity=standing.polarity,
        modality=standing.modality,
        rule=rule or f"contact.{'verb' if is_verb else 'noun'}.{token.lemma.lower()}",
        confidence=VERB_CONFIDENCE if is_verb else NOUN_CONFIDENCE,
        channel=channel,
        status=standing.status,
        participants=participants,
        recipients=tuple(p for p in parties.recipients if p in participants),
        go_betweens=tuple(dict.fromkeys(parties.go_betweens)),
        requested_by=next((r for t in details if (r := requester(scene, t, standing.asker))), None),
        duration=next((d for t in details if (d := duration_span(scene, t))), None),
        topics=tuple(dict.fromkeys(s for t in details for s in topic_spans(scene, t))),
        outcome=next((o for t in details if (o := outcome_span(scene, t))), None),
        least=needs[0],
        anaphoric=needs[1],
        within=not parties.partners and not parties.recipients,
        setting=setting_span(scene, token),
    )


def _is_trigger(phrase: Phrase, triggers: list[Token]) -> bool:
    return not phrase.dropped and any(phrase.head == t.index for t in triggers)
