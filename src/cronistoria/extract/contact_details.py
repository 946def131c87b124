"""How long a contact was, what it was about, who asked for it, by what means: the details beside its trigger."""

from cronistoria.extract import tree
from cronistoria.extract.contact_carriers import carrier_of, carriers_of
from cronistoria.extract.contact_scene import NAMED, Scene, is_unit, means_of, measure_of
from cronistoria.languages.contacts import contact_nouns
from cronistoria.languages.dates import load_date_words
from cronistoria.languages.names import adjectives_of_peoples
from cronistoria.model.mention import Phrase
from cronistoria.model.record import Channel
from cronistoria.model.sentence import Token
from cronistoria.model.span import Span
from cronistoria.model.timex import Length

_MEASURES = ("obj", "obl", "nmod", "advmod", "amod", "compound", "nummod", "xcomp")


def channel_by_means(scene: Scene, token: Token, channel: Channel) -> Channel:
    """The channel that words on the trigger name ("telefonico", "by phone", "virtual"), else the given one."""
    if channel not in ("meeting", "talks", "summit", "call"):
        return channel
    near = tree.children_by(scene.sentence, token, "amod", "obl", "nmod", "advmod", "compound", "acl", "appos", "xcomp")
    forms = {t.lemma.lower() for t in near} | {t.lower for t in near}
    for means, words in scene.words.means.items():
        if forms & words and (channel != "call" or means == "video_call"):
            return means
    return channel


def has_means(scene: Scene, token: Token) -> bool:
    """Whether the trigger has words for its channel."""
    return channel_by_means(scene, token, "talks") != "talks"


def requester(scene: Scene, token: Token, asker: Token | None) -> Phrase | None:
    """Who asked for the contact: the asker's subject, the agent of a participle, the owner of the request."""
    if asker is not None and asker.upos == "VERB":
        found = scene.doers(asker)
        return found[0] if found else None
    sentence, words = scene.sentence, scene.words
    if starters := _starters(scene, token):
        return scene.phrases(starters)[0]
    for child in tree.children_by(sentence, token, "acl", "amod"):
        if child.keys & words.request_participles:
            agents = tree.passive_agents(sentence, child) or tree.obliques(sentence, child, *words.agent_cases)
            if agents:
                return scene.phrases(agents)[0]
    held = [c for c in tree.children_by(sentence, token, "acl") if c.deprel != "acl:relcl"]
    above = sentence.parent(token)
    said = above if above is not None and tree.children_by(sentence, above, "cop") else None
    carriers = carriers_of(sentence, token)
    joined = [v for c in carriers for v in tree.children_by(sentence, c, "conj") if token.relation == "nsubj"]
    alone = [v for v in joined if not tree.children_by(sentence, v, "nsubj")]
    for head in (token, *held, *carriers, *alone, said):
        for child in tree.children_by(sentence, head, "obl", "nmod") if head else ():
            cases = set(tree.roles(sentence, child))
            if cases & words.request_nouns and cases & words.request_cases:
                return scene.phrases([child])[0]
            if child.lemma.lower() in words.request_nouns and cases & words.request_cases:
                below = sentence.children(child)
                owners = [c for c in below if scene.is_possessive(c) or c.deprel in ("nmod", "compound")]
                peoples = adjectives_of_peoples(scene.document.language)
                owners = owners or [c for c in tree.children_by(sentence, child, "amod") if c.lower in peoples]
                if owners:
                    return scene.phrases(owners)[0]
    return None


def initiators(scene: Scene, token: Token) -> list[Token]:
    """Who is called the initiator of a contact: "the initiator of the call was Keller"."""
    sentence, above = scene.sentence, scene.sentence.parent(token)
    if above is None:
        return []
    if token.relation != "nmod":
        beside = tree.children_by(sentence, above, "advmod", "obl", "xcomp", "iobj")
        return tree.subjects(sentence, above) if any(c.keys & scene.words.initiators for c in beside) else []
    if not above.keys & scene.words.initiators:
        return []
    verb = sentence.parent(above)
    if verb is None or above.relation in ("appos", "conj"):
        return tree.subjects(sentence, above)
    if above.relation == "nsubj":
        return tree.conjuncts(sentence, verb) if verb.upos in ("NOUN", "PROPN") else []
    return tree.subjects(sentence, verb)


def _starters(scene: Scene, token: Token) -> list[Token]:
    """Who started a contact, by a verb or called its initiator: "Kyiv initiated the call", "it was initiated by"."""
    above = scene.sentence.parent(token)
    if above is not None and token.relation == "obj" and above.keys & scene.words.request_participles:
        return tree.subjects(scene.sentence, above) if above.upos == "VERB" else []
    if above is not None and token.relation == "nsubj" and above.keys & scene.words.request_participles:
        agents = tree.passive_agents(scene.sentence, above)
        if agents := agents or _bare_agents(scene, above):
            return agents
    return initiators(scene, token)


def _bare_agents(scene: Scene, participle: Token) -> list[Token]:
    """By whom something was done, beside a participle with its auxiliary, in the case of doers."""
    helped = participle.feats.get("Voice") == "Pass" and tree.children_by(scene.sentence, participle, "aux", "cop")
    return tree.obliques(scene.sentence, participle, *scene.words.agent_cases) if helped else []


def _length_in_adjective(scene: Scene, token: Token) -> Span | None:
    """The length in a word before the noun ("a 40-minute call"); what is only the time of something else gives none.

    "After a four-hour dinner" is told of the dinner, not of the visit that it was part of.
    """
    if token.relation == "obl" and set(tree.roles(scene.sentence, token)) & scene.words.settings:
        named = any(c.entity in NAMED for c in tree.children_by(scene.sentence, token, "nmod", "obl"))
        if not named and not scene.grammar.articles:
            return None
    words = [c.index for c in tree.children_by(scene.sentence, token, "amod", "compound")]
    lengths = (t for t in scene.times if isinstance(t.reading, Length))
    return next((t.span for t in lengths if any(t.first <= i <= t.last for i in words)), None)


def duration_span(scene: Scene, token: Token) -> Span | None:
    """The words that say how long it was: on the trigger, on its verb of duration, or above it ("hours of talks")."""
    sentence, words = scene.sentence, scene.words
    if (measure := measure_of(scene, token)) is not None and is_unit(scene, measure):
        return tree.phrase(scene.document, sentence, measure).span
    if (told := _length_in_adjective(scene, token)) is not None:
        return told
    carrier = carrier_of(sentence, token)
    participles = tree.children_by(sentence, token, "acl")
    lasting = (c for p in participles for c in tree.children_by(sentence, p, "conj") if c.keys & words.duration_verbs)
    beside = (c for c in tree.children_by(sentence, token, "appos") if c.keys & words.duration_verbs)
    heads = [token, *participles, *lasting, *beside]
    if carrier is not None and carrier.lemma.lower() in words.duration_verbs | words.light_verbs | words.happening:
        heads += [carrier, *(c for c in tree.children_by(sentence, carrier, "conj") if c.keys & words.duration_verbs)]
    elif (predicate := sentence.parent(token)) is not None and predicate.keys & words.duration_verbs:
        heads.append(predicate)
    for head in heads:
        is_duration = head.lemma.lower() in words.duration_verbs or head.lower in words.duration_verbs
        relations = (*_MEASURES, "nsubj") if is_duration else _MEASURES
        for child in tree.children_by(sentence, head, *relations):
            unit = _unit_below(scene, child)
            if unit is None or _leads_on(scene, unit) or (not is_duration and _is_some_day(scene, head, unit)):
                continue
            roles = set(tree.roles(sentence, child)) - words.duration_cases
            if is_duration or not roles & (words.settings | words.ahead):
                first = min(t.start for t in tree.subtree(sentence, child))
                last = max(t.end for t in tree.phrase_tokens(sentence, unit))
                start = min(head.end, first) if is_duration and head.end < first else first
                return scene.document.span(start, max(last, unit.end))
    return None


def _leads_on(scene: Scene, unit: Token) -> bool:
    """Whether it is how long before or after something else ("three days after the summit")."""
    tokens = scene.sentence.tokens
    ends = (unit.index, max(t.index for t in tree.phrase_tokens(scene.sentence, unit)))
    relations = load_date_words(scene.document.language).relations.items()
    apart = {words.split()[0] for words, relation in relations if relation in ("before", "after")}
    return any(t.lower in apart for last in ends for t in tokens[last + 1 : last + 2])


def _is_some_day(scene: Scene, verb: Token, unit: Token) -> bool:
    """Whether a single day before a verb, without an adposition, only says that it was once ("one day he met")."""
    single = unit.feats.get("Number") == "Sing" and verb.upos == "VERB" and unit.index < verb.index
    return (
        single
        and bool(unit.keys & scene.words.some_day)
        and not tree.case_lemmas(scene.sentence, unit)
        and unit.relation in ("obl", "advmod", "obj", "nmod")
    )


def _unit_below(scene: Scene, token: Token) -> Token | None:
    """A unit of time with a number or article, at the token or one step below."""
    counted = _is_counted(scene, token)
    for candidate in (token, *scene.sentence.children(token)):
        if is_unit(scene, candidate) and (_is_counted(scene, candidate) or (counted and candidate is not token)):
            return candidate
        if any(candidate.lower.endswith(f"-{unit}") for unit in scene.words.duration_units):
            return candidate
    return None


def _is_counted(scene: Scene, token: Token) -> bool:
    """Whether a unit has a number or an article, or is told as a length; without articles, one alone is one."""
    if not scene.grammar.articles and token.feats.get("Number") == "Sing":
        return True
    if any(t.first < token.index <= t.last and isinstance(t.reading, Length) for t in scene.times):
        return True
    return any(c.relation in ("nummod", "det", "amod") for c in scene.sentence.children(token))


def topic_spans(scene: Scene, token: Token) -> tuple[Span, ...]:
    """What it was about: obliques of the trigger, what its verb or that of a purpose speaks of ("to discuss …")."""
    sentence, words = scene.sentence, scene.words
    carrier = carrier_of(sentence, token) if token.upos != "VERB" else None
    found: list[Token] = []
    for head in (token, carrier) if carrier and carrier.lemma.lower() in words.light_verbs else (token,):
        if head is None:
            continue
        for topic in tree.children_by(sentence, head, "obl", "nmod"):
            if set(tree.roles(sentence, topic)) & words.topic_cases and _is_matter(scene, topic):
                found += tree.conjuncts(sentence, topic)
        for clause in tree.children_by(sentence, head, "advcl", "xcomp", "acl"):
            if clause.lemma.lower() in words.topic_verbs:
                beside = tree.children_by(sentence, clause, "obl")
                beside = [o for o in beside if not set(tree.roles(sentence, o)) & words.settings]
                found += tree.objects(sentence, clause) or beside
    above = tree.clause_of(sentence, token)
    if not found and above.keys & words.topic_verbs:
        found += spoken_of(scene, above, token)
    return tuple(dict.fromkeys(tree.phrase(scene.document, sentence, t).span for t in found))


def spoken_of(scene: Scene, verb: Token, token: Token) -> list[Token]:
    """What a verb of speaking has for its object, or under the adpositions of a matter."""
    sentence, words = scene.sentence, scene.words
    cases = words.topic_cases | words.topic_genitives
    told = tree.objects(sentence, verb)
    beside = [o for o in tree.children_by(sentence, verb, "obl", "nmod") if set(tree.roles(sentence, o)) & cases]
    told += [t for o in beside for t in tree.conjuncts(sentence, o)]
    return [t for t in told if token not in tree.subtree(sentence, t) and _is_matter(scene, t)]


def _is_matter(scene: Scene, token: Token) -> bool:
    """Whether a word is no person, time, means or request, which stand beside a trigger as a matter does."""
    words = scene.words
    aside = words.request_nouns | words.fringes | means_of(words)
    timed = any(t.first <= token.index <= t.last for t in scene.times)
    contact = token.lemma.lower() in contact_nouns(scene.document.language)
    timed = timed or (contact and bool(set(tree.roles(scene.sentence, token)) & words.settings))
    return not (token.keys & aside or timed or token.entity.endswith("-PER") or token.upos in ("PRON", "DET"))


def outcome_span(scene: Scene, token: Token) -> Span | None:
    """The clause that tells what came of it, if the trigger is the subject of a verb of outcome."""
    above = scene.sentence.parent(token)
    if above is None or token.relation != "nsubj" or above.lemma.lower() not in scene.words.outcome_verbs:
        return None
    results = [
        r for r in tree.children_by(scene.sentence, above, "obj", "obl", "xcomp", "advcl") if r.entity != "B-LOC"
    ]
    return tree.clause_span(scene.document, scene.sentence, results[0]) if results else None
