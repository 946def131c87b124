"""Who says it: the speaker of a reporting word.

A sentence with its cues comes in, a phrase goes out. The tree is asked first; where it gives nobody, or something that
cannot speak, word order is ("ha dichiarato all'agenzia il ministro"), then the cue that this one is joined to.
"""

from cronistoria.extract import tree
from cronistoria.extract.neighbours import nominal_before
from cronistoria.extract.reporting import NOMINALS, Cue, Stage, goes_on_from
from cronistoria.model.mention import Phrase
from cronistoria.model.sentence import Sentence, Token

STOPS = frozenset('.;:!?()[]«»“”"–—-')
REACH = 14
LONGEST_CHAIN = 4
SPEECHLESS = frozenset({"Rel", "Int", "Neg"})
OBLIQUE = frozenset({"Dat", "Ins", "Loc"})
BESIDE_VERBS = frozenset({"AUX", "ADV", "PRON", "PART", "SCONJ"})


def speaker_of(stage: Stage, cue: Cue, *, inverted: bool = False, chain: int = 0) -> Phrase | None:
    """Who says it: the subject, the agent of a passive, whoever stands behind the verb, or a dropped subject.

    ``inverted``: the verb follows what is said, so that its subject is sought behind it first. ``chain``: how many
    cues were joined already.
    """
    verb = carrier_of(stage, cue.token)
    if (nobodys := _nobodys_source(stage, verb)) is not None:
        return nobodys
    if tree.is_passive(stage.sentence, verb) and (_agent(stage, verb) or _shows_passive(stage, verb)):
        return _agent(stage, verb)
    if (source := impersonal_source(stage, verb)) is not None:
        return owner_of(stage, source) or stage.phrase(source)
    subject = _subject(stage, verb)
    if subject is not None and subject.keys & stage.grammar.nobody:
        return _source_beside(stage, verb)
    told_to = verb.keys & stage.words.audience_objects and subject is not None and subject.index < verb.index
    if inverted and not told_to and (behind := subject_behind(stage, cue.token)) is not None:
        return stage.phrase(behind)
    behind_verb = subject is not None and subject.index > verb.index and not inverted
    if behind_verb and (other := _joined(stage, cue, chain)) is not None:
        return other
    if subject is not None and can_speak(stage, subject):
        return mouth_of(stage, subject)
    other = _named_before(stage, verb) or _joined(stage, cue, chain)
    if other is not None:
        return other
    if subject is not None:
        own = subject.relation == "nsubj" and stage.sentence.parent(subject) is verb
        if own or verb.relation in ("conj", "xcomp"):
            return stage.phrase(subject) if own and subject.feats.get("PronType") not in SPEECHLESS else None
    return _unspoken(stage, verb)


def impersonal_source(stage: Stage, verb: Token) -> Token | None:
    """In whose house a plural verb says something without a subject, or the paper that a singular one says it in.

    "В Кремле заявили", "сообщили в министерстве"; "говорится в заявлении посольства".
    """
    adpositions, sentence = stage.grammar.impersonal_sources, stage.sentence
    plural = tree.finite_form(sentence, verb).feats.get("Number") == "Plur"
    if not adpositions or verb.feats.get("Person") in ("1", "2"):
        return None
    first = tree.first_conjunct(sentence, verb)
    if any(tree.children_by(sentence, v, "nsubj") for v in (verb, first)):
        return None
    places = [p for v in (verb, first) for p in tree.children_by(sentence, v, "obl")]
    inside = (p for p in places if set(tree.case_lemmas(sentence, p)) & adpositions)
    if not plural:
        return next((p for p in inside if p.keys & stage.words.papers), None)
    return next((p for p in inside if p.entity.endswith(("ORG", "LOC")) or p.keys & stage.words.persons), None)


def _source_beside(stage: Stage, verb: Token) -> Phrase | None:
    """Where it is said, or of whom one knows it, for a subject that is nobody in particular ("dit-on à Paris")."""
    sources = tree.obliques(stage.sentence, verb, *sorted(stage.words.source_cases))
    found = next((s for s in sources if can_speak(stage, s)), None)
    return stage.phrase(found) if found is not None else None


def _nobodys_source(stage: Stage, verb: Token) -> Phrase | None:
    """Where it comes from, if nobody says it ("hieß es aus dem Ministerium", "si legge in una nota")."""
    if not verb.keys & stage.words.impersonal:
        return None
    if any(s.upos != "PRON" and can_speak(stage, s) for s in _subjects(stage, verb)):
        return None
    sources = tree.obliques(stage.sentence, verb, *sorted(stage.words.source_cases))
    able = [s for s in sources if can_speak(stage, s)]
    return owner_of(stage, able[0]) or _issuer_around(stage, verb) or stage.phrase(able[0]) if able else None


def _subjects(stage: Stage, verb: Token) -> list[Token]:
    return tree.children_by(stage.sentence, verb, "nsubj")


def _issuer_around(stage: Stage, verb: Token) -> Phrase | None:
    """Whose paper it is that nobody is named to own: of the one whose deed the sentence tells before its words."""
    above = stage.sentence.parent(verb) if verb.relation == "parataxis" else None
    subjects = [s for s in _subjects(stage, above) if can_speak(stage, s)] if above is not None else []
    marks = [t.index for t in stage.sentence.tokens[: verb.index] if set(t.form) <= set(tree.QUOTATION_MARKS)]
    return stage.phrase(subjects[0]) if subjects and marks and subjects[0].index < marks[0] else None


def own_source(stage: Stage, first: int, last: int) -> tuple[Phrase, int] | None:
    """Whose own words a clause rests on: its subject's ("nach eigenen Angaben"), and where the words for it end."""
    sentence = stage.sentence
    if not any(t.keys & stage.words.own for t in sentence.tokens[first : last + 1]):
        return None
    verb = next((t for t in tree.ancestors(sentence, sentence.tokens[last]) if tree.subjects(sentence, t)), None)
    doers = tree.subjects(sentence, verb) if verb is not None else []
    return (stage.phrase(doers[0]), last) if doers and can_speak(stage, doers[0]) else None


def can_speak(stage: Stage, token: Token) -> bool:
    """Whether a word names a party, a person, or what speaks for one."""
    if token.upos == "PRON":
        meant = stage.antecedent(token)
        return can_speak(stage, meant) if meant is not None else token.feats.get("PronType") not in SPEECHLESS
    words = stage.words.persons | stage.words.outlets | stage.words.papers | stage.words.spokespeople
    return token.upos == "PROPN" or token.entity != "O" or bool(token.keys & words)


def subject_behind(stage: Stage, verb: Token) -> Token | None:
    """The head of the first nominal behind a verb that stands under no adposition."""
    own = [s for s in stage.sentence.children(verb) if s.relation == "nsubj" and s.index > verb.index]
    if own and _may_speak(own[0]):
        return own[0]
    if is_closed(stage, verb) or _is_told_before(stage, verb):
        return None
    in_phrase, seen = False, False
    for token in stage.sentence.tokens[verb.index + 1 : verb.index + 1 + REACH]:
        if set(token.form) <= STOPS or token.upos in ("VERB", "SCONJ") or (token.form == "," and seen):
            return None
        if token.upos == "ADP":
            in_phrase, seen = True, False
        elif token.upos == "DET" and in_phrase and seen:
            in_phrase = False
        elif token.feats.get("Case") in OBLIQUE and token.upos in NOMINALS:
            in_phrase, seen = True, True
        elif token.upos in NOMINALS and token.relation != "expl":
            in_phrase = in_phrase and token.feats.get("Case") != "Nom"
            if in_phrase and seen and token.entity == "B-PER":
                in_phrase = False
            if not in_phrase and _may_speak(token) and not _is_time(token):
                return _top(stage.sentence, token, verb)
            seen = True
    return None


def is_closed(stage: Stage, verb: Token) -> bool:
    """Whether an insertion ends with its verb, and leaves out who says it ("nel caso, ha detto, la Svezia reagirà")."""
    following = stage.sentence.tokens[verb.index + 1 : verb.index + 2]
    drops = stage.grammar.drops_subjects and carrier_of(stage, verb).feats.get("VerbForm") not in ("Inf", "Ger")
    return drops and bool(following) and following[0].form == ","


def _is_told_before(stage: Stage, verb: Token) -> bool:
    """Whether an insertion ends with its verb, whose subject stands before it ("by then, experts say, it was over")."""
    following = stage.sentence.tokens[verb.index + 1 : verb.index + 2]
    own = tree.children_by(stage.sentence, verb, "nsubj")
    return bool(following) and following[0].form == "," and any(s.index < verb.index and _may_speak(s) for s in own)


def owner_of(stage: Stage, paper: Token) -> Phrase | None:
    """Whose a written source is ("un rapporto dell'Onu", "a U.N. report", "un bilancio fornito dagli attivisti")."""
    sentence, words = stage.sentence, stage.words
    if not paper.keys & (words.papers | words.news):
        return None
    for part in tree.children_by(sentence, paper, "acl"):
        agents = tree.obliques(sentence, part, *sorted(words.agent_cases))
        if agents:
            return stage.phrase(agents[0])
    owners = tree.obliques(sentence, paper, *sorted(words.genitive | words.agent_cases))
    bare = [c for c in tree.children_by(sentence, paper, "nmod", "compound") if c.entity[2:] in ("PER", "ORG")]
    people = words.persons | words.outlets
    known = (o for o in [*owners, *bare] if o.entity[2:] in ("PER", "ORG") or o.keys & people)
    seats = (o for o in tree.obliques(sentence, paper, *sorted(words.genitive)) if o.entity == "B-LOC")
    owner = next(known, None) or next(seats, None)
    return stage.phrase(owner) if owner is not None else None


def carrier_of(stage: Stage, verb: Token) -> Token:
    """The verb that has the subject: the one that carries an infinitive ("ha voluto precisare")."""
    above = stage.sentence.parent(verb)
    carried = verb.feats.get("VerbForm") == "Inf" and above is not None and above.keys & stage.words.carriers
    return above if carried and above is not None else verb


def _subject(stage: Stage, verb: Token) -> Token | None:
    """The subject by the tree; of several the one that can speak and stands nearest before the verb."""
    heads = [s for s in tree.subjects(stage.sentence, verb) if _may_speak(s)]
    if len(heads) < 2 or heads[1].relation == "conj":
        return heads[0] if heads else None
    if heads[1].upos == "PRON" and heads[0].upos != "PRON" and _is_apart(stage, heads[1]):
        return heads[0]
    able = [h for h in heads if can_speak(stage, h) and h.relation == "nsubj"]
    return max(able or heads, key=lambda h: (h.index < verb.index, h.index))


def _is_apart(stage: Stage, token: Token) -> bool:
    """Whether a word stands alone between commas ("Mosca, lei, tace")."""
    around = stage.sentence.tokens[max(token.index - 1, 0) : token.index + 2 : 2]
    return [t.form for t in around] == [",", ","]


def spoken_with(stage: Stage, speaker: Phrase) -> tuple[Phrase, ...]:
    """Who is coordinated with a speaker that is named ("London and Paris")."""
    if speaker.dropped:
        return ()
    head = stage.sentence.tokens[speaker.head]
    others = (t for t in tree.children_by(stage.sentence, head, "conj") if t.upos in NOMINALS)
    return tuple(stage.phrase(other) for other in others)


def mouth_of(stage: Stage, subject: Token) -> Phrase:
    """The phrase of a subject; the owner of a paper that says something."""
    meant = stage.antecedent(subject) or subject
    issuer = _issuer(stage, meant)
    if issuer is not None:
        return stage.phrase(issuer)
    return owner_of(stage, meant) or stage.phrase(subject)


def _issuer(stage: Stage, paper: Token) -> Token | None:
    """Who issues the paper that says something ("the council issued a statement calling …")."""
    verb = stage.sentence.parent(paper)
    if verb is None or paper.relation != "obj" or not paper.keys & stage.words.papers:
        return None
    return next((s for s in tree.subjects(stage.sentence, verb) if can_speak(stage, s)), None)


def _named_before(stage: Stage, verb: Token) -> Phrase | None:
    """The person named before a verb, perhaps with an insertion between, whatever the tree says."""
    tokens = stage.sentence.tokens
    index = _left_of(stage.sentence, verb)
    if index >= 0 and tokens[index].form == ",":
        index = _opening_comma(stage.sentence, index) - 1
    if index < 0 or tokens[index].entity[2:] != "PER":
        return None
    while tokens[index].entity.startswith("I-") and index > 0:
        index -= 1
    before, titled = index - 1, False
    while before >= 0 and index - before <= LONGEST_CHAIN and _is_title(stage, tokens[before]):
        titled = titled or tokens[before].upos == "NOUN"
        before -= 1
    if titled and before > 0 and tokens[before].upos == "DET":
        before -= 1
    under = before >= 0 and tokens[before].upos == "ADP" and (titled or before == index - 1)
    return None if under else stage.phrase(tokens[index])


def _is_title(stage: Stage, token: Token) -> bool:
    return token.upos in ("ADJ", "PROPN") or (token.upos == "NOUN" and bool(token.keys & stage.words.persons))


def _left_of(sentence: Sentence, verb: Token) -> int:
    """The index of the last word before a verb with its auxiliaries, clitics and adverbs; -1 at the opening."""
    index = verb.index - 1
    while index >= 0 and sentence.tokens[index].upos in BESIDE_VERBS:
        index -= 1
    return index


def _opening_comma(sentence: Sentence, closing: int) -> int:
    """The comma that opens the insertion which a comma closes; 0 if there is none."""
    for index in range(closing - 1, max(closing - 2 * REACH, 0), -1):
        if sentence.tokens[index].form in STOPS:
            return 0
        if sentence.tokens[index].form == ",":
            return index
    return 0


def joins(stage: Stage, cue: Cue) -> bool:
    """Whether a cue goes on with the speaker of another: behind a conjunction without a subject, or as a gerund."""
    index = _left_of(stage.sentence, cue.token)
    gerund = cue.token.feats.get("VerbForm") == "Ger" or goes_on_from(stage, cue.token)
    return index >= 0 and (gerund or stage.sentence.tokens[index].upos == "CCONJ")


def _joined(stage: Stage, cue: Cue, chain: int) -> Phrase | None:
    """The speaker of the cue that this one is coordinated with, or whose gerund it is ("…, aggiungendo che")."""
    if chain >= LONGEST_CHAIN:
        return None
    if not joins(stage, cue):
        return None
    index, gerund = _left_of(stage.sentence, cue.token), cue.token.feats.get("VerbForm") == "Ger"
    earlier = [c for c in stage.cues if c.token.index < index and c.token.relation != "acl"]
    if earlier:
        return speaker_of(stage, earlier[-1], chain=chain + 1)
    above = stage.sentence.parent(cue.token)
    copular = gerund and above is not None and bool(tree.children_by(stage.sentence, above, "cop"))
    return _predicate(stage, above) if copular and above is not None and can_speak(stage, above) else None


def _predicate(stage: Stage, head: Token) -> Phrase:
    """The phrase of a noun that is a predicate, without what stands before it in its clause ("a dirlo è una fonte")."""
    found = stage.phrase(head)
    copula = tree.children_by(stage.sentence, head, "cop")[0]
    start = stage.sentence.tokens[copula.index + 1].start
    if not found.span.start < start <= head.start:
        return found
    return Phrase(found.sentence, found.head, stage.document.span(start, found.span.end))


def _unspoken(stage: Stage, verb: Token) -> Phrase | None:
    """A speaker that the tree does not give: read from word order, else a dropped subject."""
    before = nominal_before(stage.sentence, verb)
    if before is not None and _may_speak(before) and (before.relation in ("nsubj", "root") or can_speak(stage, before)):
        return stage.phrase(before)
    if tree.is_finite(stage.sentence, verb) or verb.relation in ("conj", "advcl", "parataxis"):
        return tree.dropped_subject(stage.document, stage.sentence, verb)
    return None


def _shows_passive(stage: Stage, verb: Token) -> bool:
    """Whether a passive has more to show for it than the verb's form, which an active one may share."""
    return verb.relation in ("acl", "amod") or any(c.deprel.endswith(":pass") for c in stage.sentence.children(verb))


def _agent(stage: Stage, verb: Token) -> Phrase | None:
    sentence = stage.sentence
    agents = tree.passive_agents(sentence, verb) or tree.obliques(sentence, verb, *sorted(stage.words.agent_cases))
    return stage.phrase(agents[0]) if agents else None


def _may_speak(token: Token) -> bool:
    return token.upos in NOMINALS and token.relation != "csubj" and token.feats.get("Person") not in ("1", "2")


def _is_time(token: Token) -> bool:
    """Whether it is when something was said, not by whom: "the army said Wednesday"."""
    return token.relation == "obl" and token.upos in ("NOUN", "PROPN") and token.entity == "O"


def _top(sentence: Sentence, token: Token, verb: Token) -> Token:
    """The head of the nominal that a word opens, not beyond the verb nor into another name."""
    for _ in range(REACH):
        above = sentence.parent(token)
        if above is None or above.index <= verb.index or above.upos not in NOMINALS or token.relation == "nsubj":
            return token
        if above.index < token.index and token.relation not in ("flat", "compound"):
            return token
        if above.index < token.index and token.entity.startswith("B-") and above.entity != "O":
            return token
        token = above
    return token
