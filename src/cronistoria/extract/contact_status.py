"""Whether a contact was held, goes on, is planned, offered, asked for, called off or refused.

The trigger comes in, its status with polarity and modality goes out: from the verbs and nouns that govern it, from its
modifiers, from what it is the setting of, and in the end from tense and mood.
"""

from msgspec.structs import replace

from cronistoria.extract import reality, tree
from cronistoria.extract.contact_carriers import as_it_came, carrier_of
from cronistoria.extract.contact_details import initiators
from cronistoria.extract.contact_plans import (
    Standing,
    duty_of,
    has_time,
    is_rumoured,
    is_threatened,
    is_to_be_done,
    may_happen,
    on_agenda,
    only_spoken_of,
    put_off_to,
    readiness_of,
)  # fmt: skip
from cronistoria.extract.contact_scene import Scene, gives_a_name, invites, is_reflexive, is_reflexive_pronoun
from cronistoria.languages.contacts import ContactVerb, StatusCue, planned_words
from cronistoria.languages.dates import words_of_order
from cronistoria.model.record import ContactStatus, Modality, Polarity
from cronistoria.model.sentence import Token
from cronistoria.model.span import Span

CONTENT = frozenset({"xcomp", "ccomp", "advcl", "acl", "obj", "csubj", "nmod", "obl", "conj"})
LEFT_OPEN: dict[ContactStatus, ContactStatus] = {"refused": "proposed", "cancelled": "scheduled"}
GOVERNING = frozenset({"VERB", "NOUN", "ADJ", "AUX"})
STATES = frozenset({"ADJ", "ADV"})


def verb_standing(scene: Scene, verb: Token, entry: ContactVerb) -> Standing:
    """The status of a contact told by a verb."""
    denied = reality.polarity(scene.sentence, verb, scene.grammar)
    if is_disowned(scene, verb):
        return Standing("held", "negated", "asserted")
    if entry.status is not None:
        return Standing(entry.status, denied, "planned")
    certain = reality.modality(scene.sentence, verb, scene.grammar)
    cue = _governing_cue(scene, verb)
    if cue is not None:
        return _cued(scene, *cue, denied)
    above = scene.sentence.parent(verb)
    purpose = verb.relation == "advcl" and verb.feats.get("VerbForm") == "Inf"
    if above is not None and (verb.relation == "xcomp" or purpose) and certain == "asserted" and above.upos == "VERB":
        certain = reality.modality(scene.sentence, above, scene.grammar)
    if certain == "asserted" and (duty := duty_of(scene, verb)) is not None:
        return replace(duty, polarity=denied)
    status = _from_tense(scene, verb, certain)
    if status == "held" and entry.alone and entry.reflexive == is_reflexive(scene, verb):
        present = reality.tense(scene.sentence, verb, scene.grammar) == "present"
        status = "ongoing" if present and tree.is_finite(scene.sentence, verb) else status
        if status == "ongoing" and has_time(scene, verb):
            status = "scheduled"
    return Standing(status, denied, certain)


def noun_standing(scene: Scene, noun: Token) -> Standing:
    """The status of a contact told by a noun; of "no meeting" there is none."""
    found = only_spoken_of(scene, noun) or put_off_to(scene, noun) or _noun_standing(scene, noun)
    if is_disowned(scene, noun):
        return Standing("held", "negated", "asserted")
    if found.modality == "asserted" and is_rumoured(scene, noun):
        found = replace(found, modality="hearsay")
    return replace(found, polarity="negated") if reality.is_none(scene.sentence, noun, scene.grammar) else found


def _noun_standing(scene: Scene, noun: Token) -> Standing:
    if initiators(scene, noun):
        return Standing("held", "affirmed", "asserted")
    modifier = as_it_came(scene, noun, _modifier_status(scene, noun))
    cue = _governing_cue(scene, noun)
    if cue is not None and (modifier is None or cue[0].status in ("cancelled", "refused")):
        return _cued(scene, *cue, "affirmed")
    if modifier is not None and not (modifier == "scheduled" and _has_acted(scene, noun)):
        return Standing(modifier, "affirmed", "asserted" if modifier in ("ongoing", "cancelled") else "planned")
    carrier = carrier_of(scene.sentence, noun)
    offered = _governing_cue(scene, carrier) if carrier is not None and is_to_be_done(scene, noun, carrier) else None
    if offered is not None:
        return _cued(scene, *offered, "affirmed")
    if (said := _by_copula(scene, noun)) is not None:
        return said
    setting = _setting_status(scene, noun)
    if setting is not None:
        return Standing(setting, "affirmed", "planned" if setting == "scheduled" else "asserted")
    if (foreseen := _foreseen(scene, noun)) is not None:
        return foreseen
    if carrier is not None and may_happen(scene, noun, carrier):
        return Standing("scheduled", reality.polarity(scene.sentence, carrier, scene.grammar), "possible")
    if carrier is None or not _carries(scene, noun, carrier):
        return Standing("held", "affirmed", "asserted")
    above = _governing_cue(scene, carrier)
    denied = reality.polarity(scene.sentence, carrier, scene.grammar)
    if above is not None:
        return _cued(scene, *above, denied)
    certain = reality.modality(scene.sentence, carrier, scene.grammar)
    if certain == "asserted" and (duty := duty_of(scene, carrier)) is not None:
        return replace(duty, polarity=denied)
    return Standing(_from_tense(scene, carrier, certain), denied, certain)


def _by_copula(scene: Scene, noun: Token) -> Standing | None:
    """What a contact is that is said of something: "it will be their first meeting", "is in contact with"."""
    sentence, grammar = scene.sentence, scene.grammar
    if not tree.children_by(sentence, noun, "cop"):
        return None
    denied, certain = reality.polarity(sentence, noun, grammar), reality.modality(sentence, noun, grammar)
    if certain in ("planned", "conditional", "possible"):
        return Standing("scheduled", denied, "planned")
    in_touch = bool(tree.children_by(sentence, noun, "case")) and reality.tense(sentence, noun, grammar) == "present"
    return Standing("ongoing", denied, "asserted") if in_touch else None


def _has_acted(scene: Scene, noun: Token) -> bool:
    """Whether a contact that had been called has since done something: "the summit called for Monday decided …"."""
    above = scene.sentence.parent(noun)
    if above is not None and noun.relation == "obl" and above.lemma.lower() in scene.words.joining:
        return reality.tense(scene.sentence, above, scene.grammar) == "past"
    if above is None or noun.relation != "nsubj" or above.upos != "VERB":
        return False
    acts = above.lemma.lower() in scene.words.outcome_verbs
    return acts and reality.tense(scene.sentence, above, scene.grammar) == "past"


def _foreseen(scene: Scene, noun: Token) -> Standing | None:
    """What is said of a contact that is its subject: "will be possible", "remains set", "is on the agenda"."""
    sentence, above = scene.sentence, scene.sentence.parent(noun)
    behind = noun.relation == "nmod" and not tree.children_by(sentence, noun, "case")
    verb = sentence.parent(above) if behind and above is not None and above.keys & scene.words.agendas else above
    if verb is not None and (noun.relation == "obj" or verb is not above) and verb.keys & scene.words.light_verbs:
        return on_agenda(scene, noun, verb)
    if above is None or not (noun.relation == "nsubj" or (behind and tree.children_by(sentence, noun, "det"))):
        return None
    places = [above] if tree.children_by(sentence, above, "cop") else tree.children_by(sentence, above, "obl")
    if any(p.keys & scene.words.agendas and tree.children_by(sentence, p, "case") for p in places):
        return Standing("scheduled", reality.polarity(sentence, above, scene.grammar), "planned")
    if behind:
        return None
    if tree.children_by(sentence, above, "cop") and reality.tense(sentence, above, scene.grammar) == "future":
        return Standing("scheduled", reality.polarity(sentence, above, scene.grammar), "possible")
    if above.upos == "ADJ" and any(above.keys & c.lemmas for c in scene.words.modifiers if c.status == "proposed"):
        return Standing("proposed", reality.polarity(sentence, above, scene.grammar), "possible")
    states = [c for c in tree.children_by(sentence, above, "xcomp", "advcl") if c.feats.get("VerbForm") == "Part"]
    found = [c for s in states for c in scene.words.cues if s.lemma.lower() in c.lemmas and not c.asks]
    return Standing(found[0].status, "affirmed", "planned") if found else None


def _cued(scene: Scene, cue: StatusCue, word: Token, denied: Polarity) -> Standing:
    """What a governing word makes of the contact; a denied offer stays denied, a denied refusal leaves it open.

    So does one that is only threatened ("threatened to break off the talks").
    """
    if cue.status in LEFT_OPEN and is_threatened(scene, word):
        return Standing(LEFT_OPEN[cue.status], "affirmed", "possible")
    if word.upos in ("VERB", "ADJ") and reality.polarity(scene.sentence, word, scene.grammar) == "negated":
        if cue.status in LEFT_OPEN:
            return Standing(LEFT_OPEN[cue.status], "affirmed", "possible")
        denied = "negated"
    planned = cue.status in ("scheduled", "proposed", "requested")
    asker = word if cue.asks or (word.upos == "VERB" and invites(scene, word)) else None
    return Standing(cue.status, denied, "planned" if planned else "asserted", asker)


def _governing_cue(scene: Scene, token: Token) -> tuple[StatusCue, Token] | None:
    """The nearest of up to three governors that sets a status."""
    current = tree.first_conjunct(scene.sentence, token)
    for _ in range(3):
        above = scene.sentence.parent(current)
        passive_subject = current.deprel == "nsubj:pass" or (
            current.relation == "nsubj" and above is not None and above.upos in ("VERB", "ADJ")
        )
        if above is None or not (current.relation in CONTENT or passive_subject):
            return None
        if current.relation == "nmod" and above.entity == "B-LOC":
            return None
        if current.deprel == "acl:relcl" or _is_setting(scene, current) or _describes(current, above):
            return None
        apart = current.relation == "obl" and _tells_when(scene, current, token)
        if current.relation == "obl" and not apart and (ready := readiness_of(scene, above)) is not None:
            return ready if _is_about(scene, current, ready[0]) else None
        if current.relation == "obl" and (away := _given_up(scene, current, above)) is not None:
            return away, above
        if current.relation == "obl" and not _is_content_oblique(scene, current):
            return None
        cue = _cue_of(scene, above)
        if cue is not None and _is_about(scene, current, cue) and not _only_opens(scene, current, above, cue):
            return None if _is_reported(scene, current, above, cue) else (cue, above)
        if above.upos == "VERB" and above.lemma.lower() not in scene.words.light_verbs:
            return None
        if cue is None and current.relation == "nmod" and set(tree.roles(scene.sentence, current)) & scene.words.ahead:
            return None
        current = above
    return None


def _is_about(scene: Scene, current: Token, cue: StatusCue) -> bool:
    """Whether a noun stands under what a cue asks of those for which it is: "spoke out | for talks"."""
    asked = cue.about if cue.status not in LEFT_OPEN else frozenset()
    return not asked or not asked.isdisjoint(tree.roles(scene.sentence, current))


def _describes(clause: Token, above: Token) -> bool:
    """Whether a participle only says more of a noun, or what was before ("the leaders, | met in Oslo |, ask")."""
    if clause.feats.get("VerbForm") != "Part" or clause.feats.get("Tense") not in ("Past", None):
        return clause.relation == "acl" and clause.feats.get("VerbForm") == "Part"
    return clause.relation == "acl" or (clause.relation == "advcl" and clause.index < above.index)


def _cue_of(scene: Scene, word: Token) -> StatusCue | None:
    """The cue of a word; with a particle it is another word ("called off")."""
    if word.upos not in GOVERNING or gives_a_name(scene.sentence, word):
        return None
    lemma = word.lemma.lower()
    particles = [
        p.lemma.lower() for p in tree.children_by(scene.sentence, word, "compound") if p.deprel.endswith("prt")
    ]
    joined = [c.lemma.lower() for c in tree.children_by(scene.sentence, word, "advmod", "xcomp") if c.upos in STATES]
    keys = (
        *(f"{lemma} {particle}" for particle in particles),
        *(f"{state}{lemma}" for state in joined),
        lemma,
        word.lower,
    )
    for key in keys:
        for cue in scene.words.cues:
            if key in cue.lemmas:
                return cue
    return None


def _only_opens(scene: Scene, current: Token, above: Token, cue: StatusCue) -> bool:
    """Whether a word that may offer only begins what is its object: "opened the session", not "open to talks".

    So does one of duty only have it ("мали розмову", not "мали поговорити").
    """
    carries = above.lemma.lower() in scene.words.light_verbs and current.relation in ("obj", "nsubj")
    return carries and above.upos == "VERB" and bool(cue.status == "proposed" or above.keys & scene.grammar.necessity)


def is_disowned(scene: Scene, token: Token) -> bool:
    """Whether somebody says that it is not so: "denied having met", "denied reports of a meeting"."""
    current, rumoured = tree.first_conjunct(scene.sentence, token), False
    for _ in range(4):
        above = scene.sentence.parent(current)
        if above is None or current.deprel == "acl:relcl" or current.relation not in CONTENT | {"nsubj"}:
            return False
        cue = _cue_of(scene, above) if rumoured else None
        if above.keys & scene.words.denials or (cue is not None and cue.status == "refused"):
            others = (o for o in tree.objects(scene.sentence, above) if o.index < current.index and o.entity != "O")
            given = [*tree.children_by(scene.sentence, above, "iobj"), *others]
            given += [t for t in tree.obliques(scene.sentence, above, *scene.words.addressees) if t.entity != "O"]
            denied = reality.polarity(scene.sentence, above, scene.grammar) == "negated"
            active = current.relation == "nsubj" and above.upos == "VERB" and not tree.is_passive(scene.sentence, above)
            aside = current.relation in ("obl", "advcl", "conj") or is_reflexive(scene, above)
            return not (given or denied or active or aside)
        rumoured = rumoured or bool(above.keys & scene.words.rumours)
        if above.upos not in ("NOUN", "PROPN") and not _is_clause_of_content(scene, current, above):
            return False
        current = above
    return False


def _is_clause_of_content(scene: Scene, current: Token, above: Token) -> bool:
    """Whether a noun is only what a clause is about whose verb says that it was or will be ("talks were held")."""
    words = scene.words.light_verbs | (frozenset() if current.relation == "obj" else scene.words.happening)
    planned = planned_words(scene.document.language) if current.relation == "nsubj" else frozenset[str]()
    said_of = current.relation in ("obj", "nsubj") and above.relation in CONTENT
    return said_of and above.lemma.lower() in words | planned


def _tells_when(scene: Scene, oblique: Token, contact: Token) -> bool:
    """Whether an oblique only sets a time: "after the talks", "at the end of | the talks"."""
    if oblique is not contact and oblique.keys & scene.words.settings:
        return True
    return bool(set(tree.roles(scene.sentence, oblique)) & words_of_order(scene.document.language))


def _given_up(scene: Scene, current: Token, above: Token) -> StatusCue | None:
    """The cue of a verb for what hangs on it under "from" or the like: "backed out of the talks"."""
    cue = _cue_of(scene, above)
    if cue is None or cue.status not in LEFT_OPEN or above.upos != "VERB":
        return None
    away = set(tree.roles(scene.sentence, current)) & (scene.words.away | cue.about)
    others = [o for o in tree.objects(scene.sentence, above) if not is_reflexive_pronoun(scene, o)]
    return cue if away and not others and not tree.children_by(scene.sentence, above, "xcomp", "ccomp") else None


def _is_setting(scene: Scene, token: Token) -> bool:
    """Whether a clause only tells when something else was done ("left after having talked")."""
    return token.relation == "advcl" and bool(set(tree.mark_lemmas(scene.sentence, token)) & scene.words.settings)


def _is_content_oblique(scene: Scene, token: Token) -> bool:
    """Whether an oblique is what the verb is about ("ready for talks") and no setting of time or place."""
    return not set(tree.roles(scene.sentence, token)) & (scene.words.settings | scene.words.ahead)


def _is_reported(scene: Scene, current: Token, above: Token, cue: StatusCue) -> bool:
    """A finite past clause under the cue is no plan ("confirmed that they met"); a relative clause is no content."""
    if current.deprel == "acl:relcl" or (current.relation == "advcl" and tree.is_finite(scene.sentence, current)):
        return True
    if current.relation == "conj":
        return True
    alone = len(tree.children_by(scene.sentence, above, "nsubj")) < 2
    if current.deprel == "nsubj" and alone and above.upos == "VERB" and cue.status not in ("scheduled", "cancelled"):
        middle = above.feats.get("Voice") == "Mid" or is_reflexive(scene, above)
        return not (middle or tree.is_passive(scene.sentence, above))
    helped = any(a.feats.get("VerbForm") == "Inf" for a in tree.children_by(scene.sentence, current, "aux"))
    if current.relation != "ccomp" or not (helped or tree.is_finite(scene.sentence, current)):
        return False
    return cue.status == "scheduled" and reality.tense(scene.sentence, current, scene.grammar) == "past"


def _modifier_status(scene: Scene, noun: Token) -> ContactStatus | None:
    modifiers = tree.children_by(scene.sentence, noun, "amod", "acl", "advmod", "nmod", "obl")
    for child in modifiers:
        for cue in scene.words.modifiers:
            if child.lemma.lower() in cue.lemmas or child.lower in cue.lemmas:
                return cue.status
    for child in modifiers:
        if child.relation == "acl" and child.deprel != "acl:relcl":
            for status_cue in scene.words.cues:
                if child.lemma.lower() in status_cue.lemmas and status_cue.status != "requested":
                    return status_cue.status
    return None


def _setting_status(scene: Scene, noun: Token) -> ContactStatus | None:
    """From "after", "during" or "ahead of" the contact, on the noun or the noun above it ("at the end of the call")."""
    above = scene.sentence.parent(noun)
    marks = frozenset(tree.roles(scene.sentence, noun))
    if above is not None and noun.relation == "nmod" and above.upos == "NOUN":
        marks = above.keys | (marks & scene.words.ahead)
    if marks & scene.words.ahead:
        return "scheduled"
    carrier = carrier_of(scene.sentence, noun)
    if carrier is not None and carrier.lemma.lower() in scene.words.joining and noun.head == carrier.index:
        return None
    future = carrier is not None and reality.tense(scene.sentence, carrier, scene.grammar) == "future"
    if noun.relation in ("obl", "nmod") and marks & scene.words.settings:
        return "scheduled" if future else "held"
    return None


def setting_span(scene: Scene, noun: Token) -> Span | None:
    """The words that make a contact the time of something else: "at the end of the call"."""
    sentence, above = scene.sentence, scene.sentence.parent(noun)
    if above is None or noun.relation != "nmod" or above.upos != "NOUN" or above.relation not in ("obl", "nmod"):
        return None
    if not above.keys & scene.words.settings or above.index > noun.index:
        return None
    cases = tree.children_by(sentence, above, "case")
    start = min((c.start for c in cases), default=above.start)
    return scene.document.span(start, tree.phrase(scene.document, sentence, noun).span.end)


def _carries(scene: Scene, noun: Token, carrier: Token) -> bool:
    """Whether the tense of the carrier is that of the contact."""
    words = scene.words
    known = words.light_verbs | words.happening | words.joining | words.duration_verbs
    return carrier.lemma.lower() in known or tree.first_conjunct(scene.sentence, noun).relation == "obj"


def _from_tense(scene: Scene, verb: Token, certain: Modality) -> ContactStatus:
    if certain in ("planned", "possible"):
        past = reality.tense(scene.sentence, verb, scene.grammar) == "past"
        return "held" if past and certain == "planned" else "scheduled"
    if certain == "conditional":
        return "proposed"
    helped = {verb.lemma.lower(), *(c.lemma.lower() for c in tree.children_by(scene.sentence, verb, "aux", "advmod"))}
    is_present = reality.tense(scene.sentence, verb, scene.grammar) == "present"
    if is_present and helped & scene.words.ongoing:
        return "ongoing"
    if is_present and verb.feats.get("VerbForm") in ("Ger", "Part") and tree.is_finite(scene.sentence, verb):
        return "ongoing"
    return "held"
