"""Indirect speech: reporting verbs with the clause, the infinitive or the noun that they report.

A page comes in, mentions go out. The content begins behind the word that opens it ("that"), except an infinitive's
("di non sapere"); a verdict begins at its object ("le ha definite un errore").
"""

from collections.abc import Iterator
from itertools import takewhile

from cronistoria.extract import tree
from cronistoria.extract.clipping import clipped, last_of
from cronistoria.extract.inserted import DASHES, STRONG, Content, find_inserted, has_verb, is_break
from cronistoria.extract.marks import with_closing_mark
from cronistoria.extract.pages import Page
from cronistoria.extract.reporting import (
    NOMINALS,
    UNSAID,
    Cue,
    Stage,
    audience_of,
    principal_of,
)
from cronistoria.extract.speakers import can_speak, impersonal_source, speaker_of
from cronistoria.model.mention import QuoteMention
from cronistoria.model.sentence import Token
from cronistoria.model.span import Span

MOSTLY_MARKED = 0.5
REACH = 20
LEAST_CONTENT = 2
REPORTED = frozenset({"Qot", "Cnd"})
CONFIDENCE = {"clause": 0.85, "infinitive": 0.8, "verdict": 0.75, "noun": 0.6, "inserted": 0.75}


def find_indirect(page: Page, used: frozenset[int]) -> Iterator[QuoteMention]:
    """The indirect statements of a page; ``used``: offsets of cues that already report words in marks."""
    for stage in page.stages:
        for cue in stage.cues:
            if cue.modality in UNSAID or not cue.kinds & {"says", "judges"} or stage.is_thought_inside(cue):
                continue
            directs = bool(cue.token.keys & stage.words.directs)
            bare = cue.span.start in used
            content = _judged(stage, cue, bare=bare) if directs else _content(stage, cue, bare=bare)
            mention = _mention(page, stage, cue, content) if content else None
            if mention is not None:
                yield mention


def _mention(page: Page, stage: Stage, cue: Cue, content: Content) -> QuoteMention | None:
    span = _span(page, stage, cue, content)
    if content.how == "inserted" and span is not None and page.enclosing(span.start) is not None:
        return None
    if span is None or page.is_marked_share(span.start, span.end, MOSTLY_MARKED):
        return None
    speaker = speaker_of(stage, cue, inverted=content.how == "inserted")
    if speaker is not None and content.how != "inserted" and not speaker.dropped and speaker.span.overlaps(span):
        speaker = tree.dropped_subject(stage.document, stage.sentence, cue.token)
    if speaker is None:
        return None
    return QuoteMention(
        sentence=cue.sentence,
        head=cue.token.index,
        trigger=cue.span,
        evidence=(tree.sentence_span(stage.document, stage.sentence),),
        polarity=cue.polarity,
        modality=cue.modality,
        rule=f"statement.indirect.{content.how}",
        confidence=CONFIDENCE[content.how],
        content=span,
        form="indirect",
        speaker=speaker,
        cue=cue.lemma,
        cue_span=cue.span,
        audience=audience_of(stage, cue),
        on_behalf_of=principal_of(stage, speaker),
    )


def _span(page: Page, stage: Stage, cue: Cue, content: Content) -> Span | None:
    """The content's characters, cut at the marks that the cue stands in, without marks and stops at its ends."""
    tokens = list(stage.sentence.tokens[content.first : content.last + 1])
    around = page.enclosing(cue.span.start)
    if around is not None:
        tokens = [t for t in tokens if t.start < around.end]
    while tokens and set(tokens[0].form) <= tree.EDGE_MARKS:
        tokens = tokens[1:]
    while tokens and set(tokens[-1].form) <= tree.EDGE_MARKS:
        tokens = tokens[:-1]
    if len(tokens) < LEAST_CONTENT:
        return None
    span = stage.document.span(tokens[0].start, max(t.end for t in tokens))
    return with_closing_mark(stage.document, span)


def _content(stage: Stage, cue: Cue, *, bare: bool) -> Content | None:
    """What a cue reports; ``bare``: no noun or verdict, as the cue already reports marked words."""
    if "says" in cue.kinds and (found := _as_said(stage, cue)):
        return found
    if "says" in cue.kinds:
        found = _clause(stage, cue) or _infinitive(stage, cue) or _bare_clause(stage, cue)
        found = found or _behind_colon(stage, cue)
        if found:
            return found
    if bare:
        return find_inserted(stage, cue) if "says" in cue.kinds else None
    if "judges" in cue.kinds and (verdict := _verdict(stage, cue)):
        return verdict
    if "says" in cue.kinds:
        return _noun(stage, cue) or find_inserted(stage, cue)
    return None


def _judged(stage: Stage, cue: Cue, *, bare: bool) -> Content | None:
    """A verdict of a cue that otherwise asks for something ("called the vote a farce", not "called for a vote").

    Behind what it asks for in a clause of its own, it tells that clause ("they must leave, demanded the envoy").
    """
    verdict = None if bare or "judges" not in cue.kinds else _verdict(stage, cue)
    return verdict or (find_inserted(stage, cue) if "says" in cue.kinds else None)


def _as_said(stage: Stage, cue: Cue) -> Content | None:
    """What stands before or behind a clause that only says who says so ("wie das Ministerium mitteilte")."""
    sentence, tokens = stage.sentence, stage.sentence.tokens
    mark = next((m for m in tree.children_by(sentence, cue.token, "mark", "advmod") if m.index < cue.token.index), None)
    first = next((t for t in tokens if t.feats.get("VerbForm") == "Fin"), None)
    mark = tokens[0] if mark is None and first is cue.token else mark
    if mark is None or mark.lower not in stage.words.as_marks or cue.token.relation == "ccomp":
        return None
    behind = next(
        (t.index for t in tokens[cue.token.index + 1 :] if t.form == "," or t.form in STRONG), len(tokens) - 1
    )
    if mark.index == 0 and tokens[behind].form == ",":
        return Content(behind + 1, len(tokens) - 1, "clause")
    if mark.index > 1 and tokens[mark.index - 1].form == "," and tokens[behind].form != ",":
        return Content(0, mark.index - 2, "clause")
    return None


def _behind(stage: Stage, cue: Cue) -> Iterator[Token]:
    """The words behind a cue, up to the next verb or stop."""
    for token in stage.sentence.tokens[cue.token.index + 1 : cue.token.index + 1 + REACH]:
        if token.form in STRONG or token.form == ":" or set(token.form) <= DASHES:
            return
        yield token
        if token.upos in ("VERB", "AUX") and not (token.head == cue.token.index and token.lemma in cue.lemma.split()):
            return


def _clause(stage: Stage, cue: Cue) -> Content | None:
    """A clause behind a complementiser."""
    previous = cue.token
    for token in _behind(stage, cue):
        opens = (token.keys & stage.words.complementisers) - stage.grammar.conditional_markers
        if (
            opens
            and token.upos in ("SCONJ", "PRON", "ADV", "CCONJ", "DET")
            and _is_reported(stage, cue, previous, token)
        ):
            return clipped(stage, cue, token.index + 1, "clause")
        if token.upos == "SCONJ":
            return None
        previous = token
    return None


def _is_reported(stage: Stage, cue: Cue, previous: Token, mark: Token) -> bool:
    """Whether the clause behind a mark is the cue's content and not a relative clause of the noun before."""
    governor = stage.sentence.parent(mark)
    if governor is not None and governor.relation in ("ccomp", "csubj") and mark.relation in ("mark", "advmod"):
        return True
    if _is_told_to(stage, cue, previous, mark):
        return True
    if mark.feats.get("PronType") == "Rel" and mark.upos == "PRON" and previous.upos in NOMINALS:
        return False
    return mark.upos == "SCONJ" and mark.relation == "mark" and (governor is None or governor.relation != "advcl")


def _is_told_to(stage: Stage, cue: Cue, listener: Token, mark: Token) -> bool:
    """Whether a clause with a subject of its own follows the person who is told ("told Roth that he had left")."""
    governor = stage.sentence.parent(mark)
    if governor is None or mark.relation != "obj" or not cue.token.keys & stage.words.audience_objects:
        return False
    told = any(listener in tree.subtree(stage.sentence, o) for o in tree.objects(stage.sentence, cue.token))
    person = listener.entity.endswith("PER") or bool(listener.keys & stage.words.persons)
    return told and person and bool(tree.children_by(stage.sentence, governor, "nsubj"))


def _infinitive(stage: Stage, cue: Cue) -> Content | None:
    """An infinitive behind its mark ("ha negato di aver firmato", "claimed to know"), if it is no deed to come."""
    reflexive = any(c.relation == "expl" for c in stage.sentence.children(cue.token))
    if cue.token.keys & (stage.words.commits | stage.words.carriers) or reflexive:
        return None
    if stage.words.commas:
        return _infinitive_behind_comma(stage, cue)
    for token in _behind(stage, cue):
        if token.upos not in ("ADP", "PART") or not token.keys & stage.words.infinitive_marks:
            if token.upos in ("SCONJ", "CCONJ"):
                return None
            continue
        governor = stage.sentence.parent(token)
        if governor is None or token.relation != "mark" or not _is_infinitive(stage, governor):
            continue
        if _is_said_infinitive(stage, cue, governor):
            return clipped(stage, cue, token.index, "infinitive")
    return None


def _infinitive_behind_comma(stage: Stage, cue: Cue) -> Content | None:
    """An infinitive clause whose mark stands at its end ("bestritt, davon gewusst zu haben")."""
    comma = _comma_behind(stage, cue)
    if comma is None:
        return None
    for child in tree.children_by(stage.sentence, cue.token, "xcomp", "ccomp"):
        if child.index > comma and child.upos == "VERB" and _is_infinitive(stage, child):
            return clipped(stage, cue, comma + 1, "infinitive")
    return None


def _comma_behind(stage: Stage, cue: Cue) -> int | None:
    """The comma behind a cue and its complements, no verb between."""
    for token in stage.sentence.tokens[cue.token.index + 1 :]:
        if token.form == ",":
            return token.index
        if token.form in STRONG or token.form == ":" or token.upos == "VERB":
            return None
    return None


def _is_infinitive(stage: Stage, verb: Token) -> bool:
    """Whether a verb or its auxiliary is an infinitive ("di aver firmato")."""
    forms = {a.feats.get("VerbForm") for a in tree.children_by(stage.sentence, verb, "aux", "cop")}
    return verb.feats.get("VerbForm", "Inf") == "Inf" or ("Inf" in forms and "Fin" not in forms)


def _is_said_infinitive(stage: Stage, cue: Cue, governor: Token) -> bool:
    """Whether an infinitive is what a cue reports, also where the tree hangs it on the setting ("in una nota")."""
    above = stage.sentence.parent(governor)
    if above is cue.token:
        return governor.relation in ("xcomp", "ccomp")
    if above is None or above.index < cue.token.index or governor.relation not in ("acl", "advcl", "xcomp"):
        return False
    settings = stage.words.source_cases | stage.words.audience_cases
    return stage.sentence.parent(above) is cue.token and bool(settings & set(tree.roles(stage.sentence, above)))


def _bare_clause(stage: Stage, cue: Cue) -> Content | None:
    """A clause without a mark, or a predicate of the speaker himself ("si è detto pronto a trattare")."""
    if stage.words.commas:
        return _clause_behind_comma(stage, cue)
    sentence = stage.sentence
    reflexive = any(c.relation == "expl" for c in sentence.children(cue.token))
    for child in sentence.children(cue.token):
        finite = stage.words.bare_clauses and child.relation == "ccomp" and tree.is_finite(sentence, child)
        own = child.relation == "xcomp" and child.upos in ("ADJ", "NOUN", "VERB") and reflexive
        own = own and child.feats.get("VerbForm") != "Inf"
        if child.index < cue.token.index or not (finite or own or _is_bare_infinitive(stage, cue, child)):
            continue
        below = [t.index for t in tree.subtree(sentence, child) if t.index > cue.token.index]
        first = sentence.tokens[min(below)]
        between = sentence.tokens[cue.token.index : first.index]
        if first.form not in STRONG and not any(t.form in STRONG or t.form in (",", ":") for t in (*between, first)):
            return clipped(stage, cue, first.index, "clause")
    return _clause_in_object(stage, cue)


def _is_bare_infinitive(stage: Stage, cue: Cue, clause: Token) -> bool:
    """Whether an infinitive without a mark is what is said ("affirme avoir quitté la ville")."""
    if clause.relation not in ("xcomp", "ccomp") or cue.token.keys & (stage.words.commits | stage.words.carriers):
        return False
    words = [clause, *tree.children_by(stage.sentence, clause, "aux", "cop")]
    if any(word.feats.get("VerbForm") == "Fin" for word in words):
        return False
    marked = tree.children_by(stage.sentence, clause, "mark", "expl")
    infinitive = any(word.feats.get("VerbForm") == "Inf" for word in words)
    return infinitive and not marked and min(word.index for word in words) == cue.token.index + 1


def _clause_in_object(stage: Stage, cue: Cue) -> Content | None:
    """A clause whose subject the tree takes for the object ("said some of the aid that came was lost").

    Only behind verbs that report clauses and hardly ever things; the clause's verb stands before any comma.
    """
    sentence, verb = stage.sentence, cue.token
    behind = sentence.tokens[verb.index + 1 :]
    objects = [o for o in tree.children_by(sentence, verb, "obj") if o.index > verb.index and o.upos != "PRON"]
    if not objects or not verb.keys & stage.words.clausal or not tree.children_by(sentence, verb, "nsubj"):
        return None
    if min(t.index for t in tree.subtree(sentence, objects[0])) != verb.index + 1:
        return None
    clause = list(takewhile(lambda t: t.form != "," and t.form not in STRONG and t.upos != "SCONJ", behind))
    if not any(t.feats.get("VerbForm") == "Fin" and not _is_relative(stage, t) for t in clause):
        return None
    last = next((t.index for t in behind if is_break(stage, t.index)), len(sentence.tokens) - 1)
    return Content(verb.index + 1, last, "clause")


def _is_relative(stage: Stage, verb: Token) -> bool:
    """Whether a verb has a relative pronoun in its clause, or is the auxiliary of one that has."""
    above = stage.sentence.parent(verb) if verb.upos == "AUX" else verb
    relatives = stage.grammar.relatives
    return above is not None and any(c.lemma.lower() in relatives for c in stage.sentence.children(above))


def _clause_behind_comma(stage: Stage, cue: Cue) -> Content | None:
    """A clause without a mark behind a comma; one that is not in the indicative may hang anywhere on the cue."""
    sentence, comma = stage.sentence, _comma_behind(stage, cue)
    if comma is None:
        return None
    for child in sentence.children(cue.token):
        if child.index < comma or not tree.is_finite(sentence, child):
            continue
        marked = tree.children_by(sentence, child, "mark")
        reported = tree.finite_form(sentence, child).feats.get("Mood") in REPORTED
        loose = child.relation in ("parataxis", "conj", "dep", "advcl") and reported
        below = [t.index for t in tree.subtree(sentence, child) if t.index > cue.token.index]
        if not marked and min(below) <= comma + 1 and (child.relation == "ccomp" or loose):
            return clipped(stage, cue, comma + 1, "clause")
    return clipped(stage, cue, comma + 1, "clause") if _opens_reported(stage, comma + 1) else None


def _opens_reported(stage: Stage, first: int) -> bool:
    """Whether the first finite verb behind a comma is in the mood of reported speech, whatever the tree says."""
    for token in stage.sentence.tokens[first:]:
        if token.upos == "SCONJ" or token.form in STRONG or token.feats.get("PronType") == "Rel":
            return False
        if token.feats.get("VerbForm") == "Fin":
            return token.feats.get("Mood") == "Qot"
    return False


def _behind_colon(stage: Stage, cue: Cue) -> Content | None:
    """A sentence behind a colon, where the cue's speaker is named ("Oslo warns: if they attack, …"), or its house."""
    tokens = stage.sentence.tokens
    named = any(c.relation == "nsubj" for c in stage.sentence.children(cue.token))
    named = named or impersonal_source(stage, cue.token) is not None
    colon = next((t for t in tokens[cue.token.index + 1 :] if t.form == ":" or t.upos == "VERB"), None)
    if not named or colon is None or colon.form != ":" or cue.token.relation in ("acl", "advcl"):
        return None
    if any(_says_own(stage, other, colon) for other in stage.cues):
        return None
    last = next((i for i in range(colon.index + 1, len(tokens)) if is_break(stage, i)), len(tokens) - 1)
    return Content(colon.index + 1, last, "clause") if has_verb(stage, colon.index + 1, last) else None


def _says_own(stage: Stage, other: Cue, colon: Token) -> bool:
    """Whether the predicate behind a colon is a verb by which somebody else says something."""
    leads = other.token.index > colon.index and 0 <= other.token.head <= colon.index
    subjects = tree.children_by(stage.sentence, other.token, "nsubj")
    own = [s for s in subjects if s.index < other.token.index and can_speak(stage, s)]
    own = [s for s in own if min(t.index for t in tree.subtree(stage.sentence, s)) == colon.index + 1]
    return leads and "says" in other.kinds and bool(own)


def _verdict(stage: Stage, cue: Cue) -> Content | None:
    """What somebody is said to be, from the object on: "le ha definite un errore", "called the vote a farce"."""
    sentence, verb = stage.sentence, cue.token
    clitics = [c for c in sentence.children(verb) if c.upos == "PRON" and c.relation == "obj" and c.index < verb.index]
    things = [c for c in sentence.children(verb) if c.relation in ("obj", "xcomp") and c.index > verb.index]
    clitics = [
        c for c in clitics if c.feats.get("PronType") != "Rel" and c.lemma.lower() not in stage.grammar.relatives
    ]
    if "says" in cue.kinds and any(c.keys & stage.words.anaphors for c in clitics):
        return None
    if clitics and things:
        return clipped(stage, cue, clitics[0].index, "verdict")
    objects = [t for t in things if t.relation == "obj"]
    predicates = [t for t in (*objects[1:], *things) if t not in objects[:1] and t.upos in ("NOUN", "ADJ")]
    called = objects and predicates and objects[0].index < predicates[0].index
    if called and not _are_persons(stage, objects[0], predicates[0]):
        return clipped(
            stage,
            cue,
            min(t.index for t in tree.phrase_tokens(sentence, objects[0])),
            "verdict",
            reach=last_of(stage, predicates[0]),
        )
    return None


def _are_persons(stage: Stage, *objects: Token) -> bool:
    """Whether each of the objects stands behind an adposition of persons: "llamó a consultas a su embajador"."""
    marks = stage.grammar.personal_objects
    return all(set(tree.roles(stage.sentence, o)) & marks for o in objects)


def _noun(stage: Stage, cue: Cue) -> Content | None:
    """A noun that says what was announced, with what belongs to it ("the end of the sanctions")."""
    sentence, verb = stage.sentence, cue.token
    if not verb.keys & stage.words.tells or tree.is_passive(sentence, verb):
        return None
    for child in tree.children_by(sentence, verb, "obj"):
        described = any(c.relation in ("nmod", "acl") for c in sentence.children(child))
        thing = child.upos == "NOUN" and child.entity == "O" and not can_speak(stage, child)
        if child.index > verb.index and thing and described:
            below = [t.index for t in tree.subtree(sentence, child) if t.index > verb.index]
            return clipped(stage, cue, min(below), "noun")
    return None
