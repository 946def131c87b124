"""Parties in touch: calls, meetings, talks, summits, visits, letters and handovers, told by verbs or by nouns.

Sentences come in, contact mentions go out in text order; one contact told by a verb and by its noun ("they spoke in a
call") is one mention. Who the parties are and which mentions tell of the same contact is the composer's question.
"""

from collections.abc import Iterator, Sequence

import msgspec

from cronistoria.extract import tree
from cronistoria.extract.contact_called import as_called
from cronistoria.extract.contact_carriers import (
    add_governor,
    asked_of,
    askers_of,
    carrier_of,
    carries_another,
    denied_by,
    refused_to,
)
from cronistoria.extract.contact_details import (
    channel_by_means,
    duration_span,
    outcome_span,
    requester,
    topic_spans,
)
from cronistoria.extract.contact_invitations import invited_parties, inviting_verb
from cronistoria.extract.contact_lengths import find_lengths
from cronistoria.extract.contact_matters import find_matters
from cronistoria.extract.contact_parties import noun_parties, verb_parties
from cronistoria.extract.contact_phoned import find_phoned
from cronistoria.extract.contact_plans import Standing, is_only_judged, new_time
from cronistoria.extract.contact_scene import (
    Parties,
    Scene,
    is_indefinite,
    is_means,
    is_reflexive,
    is_unit,
    measure_of,
    with_people,
)
from cronistoria.extract.contact_series import in_turn, one_by_one
from cronistoria.extract.contact_status import noun_standing, setting_span, verb_standing
from cronistoria.extract.contact_stays import find_stay
from cronistoria.extract.contact_triggers import (
    entries,
    fits_noun,
    fits_verb,
    is_asked,
    is_letter,
    is_predicate,
    noun_entry,
    noun_of_verb,
)
from cronistoria.languages.contacts import ContactNoun, ContactVerb, contact_nouns, contact_verbs, load_contact_words
from cronistoria.languages.grammar import load_grammar
from cronistoria.model.document import Document
from cronistoria.model.mention import ContactMention, Phrase
from cronistoria.model.party import PartyMention
from cronistoria.model.record import Channel
from cronistoria.model.sentence import Sentence, Token
from cronistoria.model.span import Span
from cronistoria.model.timex import Point, TimexMention

STAY, PHONED = "contact.stay", "contact.phoned"
VERB_CONFIDENCE, NOUN_CONFIDENCE = 0.85, 0.75


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
        found = sorted(_in_sentence(scene, verbs, nouns), key=lambda mention: mention.trigger.start)
        yield from found
        if found or latest == sentence.index - 1:
            known = [party for party in parties if party.sentence == sentence.index]
            more = [*find_matters(scene, known), *(() if found else find_lengths(scene))]
            yield from more
            found += more
        latest = sentence.index if found else latest


def _in_sentence(
    scene: Scene, verbs: dict[str, tuple[ContactVerb, ...]], nouns: dict[str, ContactNoun]
) -> Iterator[ContactMention]:
    """The contacts that a sentence names: those of verbs, then those of the nouns that tell others."""
    sentence, taken, others = scene.sentence, set[int](), list[Token]()
    for token in sentence.tokens:
        if (stay := find_stay(scene, token)) is not None and not is_asked(scene, token):
            yield from _stay_mentions(scene, token, *stay)
        elif (token.upos == "ADJ" or is_predicate(token)) and not is_asked(scene, token):
            entry = next((e for e in entries(scene, token, verbs) if fits_verb(scene, token, e)), None)
            if entry is not None:
                noun = None if entry.channel == "message" else noun_of_verb(scene, token, nouns)
                taken |= {noun.index} if noun else set()
                taken |= {t.index for t in tree.children_by(sentence, token, "obl") if is_means(scene, t)}
                taken |= {o.index for o in tree.objects(sentence, token)} if entry.object == "document" else set()
                if not _invites_to(scene, token, nouns):
                    yield from _verb_mentions(scene, token, entry, noun, nouns)
            elif (phoned := find_phoned(scene, token)) is not None:
                yield _mention(scene, (token, None), phoned, (2, False), rule=PHONED)
        else:
            others.append(token)
    for token in others:
        named = noun_entry(scene, token, nouns) if token.index not in taken else None
        if named is not None and fits_noun(scene, token, named) and not _is_on_the_fringe(scene, token):
            yield from _noun_mentions(scene, token, named)


def _invites_to(scene: Scene, verb: Token, nouns: dict[str, ContactNoun]) -> bool:
    """Whether a verb names the contact that it invites to ("invited him to talks"), which is told by its noun."""
    below = (c for c in scene.sentence.children(verb) if inviting_verb(scene, c) is verb)
    named = ((c, entry) for c in below if (entry := noun_entry(scene, c, nouns)) is not None)
    return any(
        fits_noun(scene, noun, entry) and invited_parties(scene, noun, entry.channel, Parties()) is not None
        for noun, entry in named
    )


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


def _verb_mentions(
    scene: Scene, verb: Token, entry: ContactVerb, noun: Token | None, nouns: dict[str, ContactNoun]
) -> Iterator[ContactMention]:
    """One mention, or one for each who is called, visited or met apart."""
    parties, standing = verb_parties(scene, verb, entry), verb_standing(scene, verb, entry)
    channel = channel_by_means(scene, verb, entry.channel)
    if entry.object == "document" and not any(is_letter(scene, o, nouns) for o in tree.objects(scene.sentence, verb)):
        channel = "handover"
    if noun is not None and channel in ("meeting", "talks"):
        channel = channel_by_means(scene, noun, nouns[noun.lemma.lower()].channel)
    intended = standing.status == "scheduled" and verb.relation == "acl" and not parties.holders
    if (standing.status in ("requested", "proposed") or intended) and len(parties.all) < 2:
        add_governor(scene, verb, parties)
    for part in one_by_one(scene, verb, channel, parties):
        mention = _mention(scene, (verb, noun), (channel, part.parties, standing), (entry.least, False))
        yield msgspec.structs.replace(mention, trigger=part.end.span, when=part.when) if part.end else mention


def _noun_mentions(scene: Scene, noun: Token, entry: ContactNoun) -> Iterator[ContactMention]:
    """One mention, or one for each place of a journey ("a tour of Turkey and Greece") and each whom one met in turn."""
    mention = _noun_mention(scene, noun, entry)
    if is_only_judged(scene, noun, len(mention.participants)):
        return
    turns = in_turn(scene, noun_parties(scene, noun, entry).partners) if len(mention.participants) > 2 else []
    if len(turns) > 1 and mention.channel in ("call", "video_call", "meeting", "talks"):
        others = [p for p in mention.participants if not any(p in turn for turn in turns)]
        for turn in turns:
            yield msgspec.structs.replace(mention, trigger=turn[0].span, participants=(*others, *turn))
        return
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


def _is_offered(scene: Scene, noun: Token) -> bool:
    """Whether a contact is what somebody says to be ready for: "said they were open to talks with Oslo"."""
    state = scene.sentence.parent(noun)
    if state is None or noun.relation != "obl":
        return False
    return state.upos == "ADJ" or (state.upos == "VERB" and is_reflexive(scene, state))


def _noun_mention(scene: Scene, noun: Token, entry: ContactNoun) -> ContactMention:
    parties, standing = noun_parties(scene, noun, entry), noun_standing(scene, noun)
    if standing.polarity == "affirmed" and (called := invited_parties(scene, noun, entry.channel, parties)) is not None:
        channel = channel_by_means(scene, noun, entry.channel)
        return _mention(scene, (noun, None), (channel, *called), (entry.least, False))
    standing = as_called(scene, noun, parties, standing)
    asked = standing.status in ("requested", "proposed", "refused") and not parties.holders
    askers = askers_of(scene, noun, parties) if asked else []
    if standing.status in ("requested", "proposed", "scheduled", "refused") and not parties.all:
        above = carrier_of(scene.sentence, noun)
        if above is None or not carries_another(scene, noun, above):
            add_governor(scene, noun, parties)
    if standing.status == "proposed" and not parties.holders and len(parties.all) == 1 and _is_offered(scene, noun):
        add_governor(scene, noun, parties)
    if standing.status in ("requested", "proposed") and not (parties.partners or parties.recipients):
        parties.partners += asked_of(scene, noun)
    if standing.status == "refused" and (given := refused_to(scene, noun)):
        parties.holders = [] if parties.partners else [p for p in parties.holders if not p.dropped]
        parties.partners += given
    if standing.polarity == "negated" and not parties.holders and len(parties.all) == 1:
        parties.holders += denied_by(scene, noun)
    channel = channel_by_means(scene, noun, entry.channel)
    lasted = noun.relation == "root" and not (parties.partners or parties.recipients)
    lasted = lasted and duration_span(scene, noun) is not None
    anaphoric = entry.anaphoric and (lasted or not is_indefinite(scene.sentence, noun))
    mention = _mention(scene, (noun, None), (channel, parties, standing), (entry.least, anaphoric))
    if askers and standing.status == "requested":
        return msgspec.structs.replace(mention, requested_by=askers[0])
    return mention


def _is_on_the_fringe(scene: Scene, noun: Token) -> bool:
    """Whether others met than those of a contact ("on the sidelines of the summit")."""
    above = scene.sentence.parent(noun)
    return noun.relation == "nmod" and above is not None and bool(above.keys & scene.words.fringes)


def _mention(
    scene: Scene,
    triggers: tuple[Token, Token | None],
    told: tuple[Channel, Parties, Standing],
    needs: tuple[int, bool],
    rule: str | None = None,
) -> ContactMention:
    token, noun = triggers
    channel, parties, standing = told
    is_verb = is_predicate(token)
    details = [t for t in (noun, token) if t is not None]
    clause = tree.clause_of(scene.sentence, token)
    lengths = [d for t in details if (d := duration_span(scene, t))]
    here = [p for p in parties.all if p.sentence == scene.sentence.index and lengths]
    timed = {p for p in here if is_unit(scene, scene.sentence.tokens[p.head])}
    participants = tuple(p for p in parties.all if p not in timed and not _is_trigger(p, details))
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
        duration=next(iter(lengths), None),
        topics=tuple(dict.fromkeys(s for t in details for s in topic_spans(scene, t))),
        outcome=next((o for t in details if (o := outcome_span(scene, t))), None),
        least=needs[0],
        anaphoric=needs[1],
        within=not parties.partners and not parties.recipients,
        setting=setting_span(scene, token),
        when=_day_of_noun(scene, token, noun) if noun is not None else new_time(scene, token),
    )


def _day_of_noun(scene: Scene, verb: Token, noun: Token) -> Span | None:
    """The day that stands with the noun of a contact and not with its verb ("spoke in a call on Sunday")."""
    governors = {time.governor: time.span for time in reversed(scene.times) if isinstance(time.reading, Point)}
    return None if verb.index in governors else governors.get(noun.index)


def _is_trigger(phrase: Phrase, triggers: list[Token]) -> bool:
    return not phrase.dropped and any(phrase.head == t.index for t in triggers)
