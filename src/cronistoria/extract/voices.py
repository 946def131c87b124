"""The voice of marked words: the reporting word inside them, before, behind or in the sentence, and its speaker.

Marked words of a page come in; who says them, by which cue and how that was seen goes out.
"""

from cronistoria.extract import reality, tree
from cronistoria.extract.cue_rows import row_at
from cronistoria.extract.marks import Marked
from cronistoria.extract.pages import SENTENCE_ENDS, Page
from cronistoria.extract.reporting import NOMINALS, UNSAID, Cue, Stage
from cronistoria.extract.speakers import can_speak, mouth_of, speaker_of, subject_behind
from cronistoria.extract.voice import Voice, is_verb, segment_start, voice_of
from cronistoria.extract.voice_in_sentence import find_in_sentence
from cronistoria.model.mention import Phrase
from cronistoria.model.record import StatementForm
from cronistoria.model.sentence import Token

BEHIND, BESIDE = 8, 3
DASHES = frozenset("-–—")


def find_voice(page: Page, marked: Marked, inside: list[tuple[Stage, Token]], form: StatementForm) -> Voice | None:
    """The reporting of marked words, looked for from the surest place to the least sure."""
    return (
        _inserted(inside, marked)
        or _aside(page, inside, marked)
        or _named_behind_colon(page, marked)
        or _before(page, marked)
        or voice_behind(page, marked)
        or _closing(page, marked)
        or _heading(page, marked)
        or _set_off(page, marked)
        or find_in_sentence(page, marked, form)
    )


def _named_behind_colon(page: Page, marked: Marked) -> Voice | None:
    """Who is named behind marks to which only a colon leads ("Oslo warns Lima: «…», the minister said")."""
    if _colon_before(page, marked) is None or not said_behind(page, marked):
        return None
    voice = voice_behind(page, marked)
    named = voice is not None and voice.speaker is not None and not voice.speaker.dropped
    return voice if named and voice is not None and voice.cue is not None and "says" in voice.cue.kinds else None


def _inserted(inside: list[tuple[Stage, Token]], marked: Marked) -> Voice | None:
    """A cue between dashes inside the marks."""
    for stage, token in inside:
        if not set(token.form) <= DASHES:
            continue
        near = [
            c
            for c in stage.cues
            if token.index < c.token.index <= token.index + BESIDE + 2 and marked.holds(c.span.start)
        ]
        if near:
            speaker = speaker_of(stage, near[0], inverted=True)
            return Voice(how="inserted", speaker=speaker, cue=near[0], stage=stage)
    return None


def _aside(page: Page, inside: list[tuple[Stage, Token]], marked: Marked) -> Voice | None:
    """A cue between commas inside the marks, its speaker behind it: « We stay, says the envoy. They go. »"""
    for stage in dict.fromkeys(stage for stage, _ in inside):
        for cue in stage.cues:
            if "says" not in cue.kinds or cue.modality in UNSAID or page.enclosing(cue.span.start) is not marked:
                continue
            before = stage.sentence.tokens[: cue.token.index]
            opening = next((t for t in reversed(before) if t.upos not in ("AUX", "ADV", "PRON")), None)
            if opening is not None and opening.form == "," and _names_behind(stage, cue):
                return Voice(how="inserted", speaker=speaker_of(stage, cue, inverted=True), cue=cue, stage=stage)
    return None


def _names_behind(stage: Stage, cue: Cue) -> bool:
    """Whether somebody who can speak, or a pronoun that is the subject, stands behind a cue."""
    behind = subject_behind(stage, cue.token)
    if behind is None or not can_speak(stage, behind):
        return False
    return behind.upos != "PRON" or behind.relation == "nsubj"


def cue_beside(page: Page, marked: Marked) -> tuple[Stage, Cue] | None:
    """The cue right before the opening mark, with nothing between but what leads to the content."""
    at = page.token_at(marked.outer_start - 1) if marked.outer_start else None
    if at is None or "\n" in page.document.text[at[1].end : marked.outer_start]:
        return None
    stage, last = at
    for cue in reversed(stage.cues):
        gap = stage.sentence.tokens[cue.token.index + 1 : last.index + 1]
        near = cue.token.index <= last.index and len(gap) <= BESIDE
        if near and not any(t.form in SENTENCE_ENDS for t in gap) and not _is_aside(stage, cue):
            return stage, cue
    return None


def _is_aside(stage: Stage, cue: Cue) -> bool:
    """Whether a cue only describes a noun, or is the verb of a condition ("warned that, if it does not say so, …")."""
    return _is_attribute(stage, cue) or reality.is_conditional_clause(stage.sentence, cue.token, stage.grammar)


def _is_attribute(stage: Stage, cue: Cue) -> bool:
    """Whether a participle only describes a noun and names nobody ("non meglio specificate")."""
    bare = cue.token.feats.get("VerbForm") == "Part" and not tree.children_by(stage.sentence, cue.token, "aux", "cop")
    described = cue.token.relation in ("amod", "acl") and cue.token.deprel != "acl:relcl"
    return bare and described and "judges" not in cue.kinds and speaker_of(stage, cue) is None


def _before(page: Page, marked: Marked) -> Voice | None:
    """A cue right before the marks, or one whose sentence ends in a colon before them.

    Who is yet to answer "firmly" has not said that.
    """
    beside = cue_beside(page, marked)
    found = beside if beside is not None and beside[1].modality not in UNSAID else _before_colon(page, marked)
    if found is None or page.enclosing(found[1].span.start) is not page.enclosing(marked.outer_start):
        return None
    return voice_of(found[0], found[1], "before")


def _colon_before(page: Page, marked: Marked) -> tuple[Stage, Token] | None:
    """The colon that leads to the marks, perhaps a line above."""
    before = page.document.text[: marked.outer_start].rstrip()
    if not before.endswith(":") or marked.outer_start - len(before) > 4:
        return None
    return page.token_at(len(before) - 1)


def _before_colon(page: Page, marked: Marked) -> tuple[Stage, Cue] | None:
    at = _colon_before(page, marked)
    if at is None:
        return None
    stage, colon = at
    first = segment_start(stage, colon.index)
    cues = [c for c in stage.cues if first <= c.token.index < colon.index and "says" in c.kinds]
    return (stage, cues[-1]) if cues else None


def voice_behind(page: Page, marked: Marked) -> Voice | None:
    """A cue behind the closing mark: "…", ha detto X; "…," X said; "…". ha detto ancora."""
    text = page.document.text
    following = [
        (s, t) for s, t in page.tokens_in(marked.outer_end, marked.outer_end + 120) if t.start >= marked.outer_end
    ]
    while following and not any(c.isalnum() for c in following[0][1].form):
        if following[0][1].form in (":", ";", "(") or "\n" in text[marked.outer_end : following[0][1].start]:
            return None
        following = following[1:]
    if not following or "\n" in text[marked.outer_end : following[0][1].start]:
        return None
    stage, first = following[0]
    gap = text[marked.end - 1 : first.start]
    if any(c in SENTENCE_ENDS - {"?", "!"} for c in gap) and not text[first.start].islower():
        return None
    appended = first.upos not in ("ADP", "SCONJ") or any(c in gap for c in ",-–—")
    if first.upos == "PRON" and first.lemma.lower() in stage.grammar.relatives:
        return None
    if first.upos == "CCONJ" or not appended or page.enclosing(first.start) is not page.enclosing(marked.outer_start):
        return None
    return _cue_behind(stage, first)


def _closing(page: Page, marked: Marked) -> Voice | None:
    """A sentence behind the marks that gives them to somebody: "Così X.", "Con queste parole X …", "Lo ha detto X."."""
    at = page.token_at(marked.outer_end)
    following = (
        [at]
        if at is not None and at[1].start >= marked.outer_end
        else page.tokens_in(marked.outer_end, marked.outer_end + 3)
    )
    while following and not any(c.isalnum() for c in following[0][1].form):
        stage, token = following[0]
        following = page.tokens_in(token.end, token.end + 3)
    if (
        not following
        or "\n" in page.document.text[marked.outer_end : following[0][1].start]
        or marked.parent is not None
    ):
        return None
    stage, first = following[0]
    width = row_at(stage, first.index, stage.words.closing)
    if width:
        return _named_behind(stage, first, width)
    backs = (v for v in page.vouchings_in(stage) if v.kind == "looks_back" and v.span.start == first.start)
    found = next((v for v in backs if v.who is not None), None)
    cue = next((c for c in stage.cues if found is not None and c.token.index == found.head), None)
    return Voice(how="behind", speaker=found.who, cue=cue, span=found.span, stage=stage) if found is not None else None


def _named_behind(stage: Stage, first: Token, width: int) -> Voice | None:
    """Who is named behind such an opening, with the next cue."""
    tokens = stage.sentence.tokens[first.index + width : first.index + width + BEHIND]
    head = next((t for t in tokens if t.upos in ("NOUN", "PROPN")), None)
    if head is None or any(t.form in SENTENCE_ENDS for t in tokens[: tokens.index(head)]):
        return None
    above = stage.sentence.parent(head)
    if head.relation in ("flat", "compound", "amod") and above in tokens and above is not None:
        head = above
    cue = next((c for c in stage.cues if c.token in tokens), None)
    span = stage.document.span(first.start, head.end)
    return Voice(how="behind", speaker=stage.phrase(head), cue=cue, span=span, stage=stage)


def said_behind(page: Page, marked: Marked) -> bool:
    """Whether a reporting clause is appended to marked words, behind a comma, a stop or a dash."""
    gap = page.document.text[marked.end : marked.outer_end + 2]
    return any(c in gap for c in ",.!?-–—") and voice_behind(page, marked) is not None


def _cue_behind(stage: Stage, first: Token) -> Voice | None:
    """The cue of an appended reporting clause that opens with a word."""
    subject_first = first.upos in NOMINALS or first.upos in ("DET", "ADJ")
    for token in stage.sentence.tokens[first.index : first.index + (2 * BEHIND if subject_first else BEHIND)]:
        if token.form in SENTENCE_ENDS or token.form in (";", ":") or token.upos in ("SCONJ", "CCONJ"):
            return None
        cue = next((c for c in stage.cues if c.token is token), None)
        if cue is not None and cue.modality not in UNSAID and not _is_attribute(stage, cue):
            between = stage.sentence.tokens[first.index : token.index]
            inverted = not any(t.upos in NOMINALS and t.relation != "expl" for t in between)
            speaker = speaker_of(stage, cue, inverted=inverted)
            if not inverted:
                speaker = _spoken(stage, cue, first) or speaker
            return Voice(how="behind", speaker=speaker, cue=cue, stage=stage)
        if token.upos == "VERB" and token.feats.get("VerbForm") == "Fin":
            return None
    return None


def _spoken(stage: Stage, cue: Cue, first: Token) -> Phrase | None:
    """The subject between the marks and the cue ("…," the minister said)."""
    between = [t for t in stage.sentence.tokens[first.index : cue.token.index] if t.upos in NOMINALS]
    subject = next((t for t in between if t.relation == "nsubj"), None)
    return mouth_of(stage, subject) if subject is not None else None


def _heading(page: Page, marked: Marked) -> Voice | None:
    """A colon without a verb of saying: the cue noun's owner, the subject of the sentence, or the name before it."""
    at = _colon_before(page, marked)
    if at is None:
        return None
    stage, colon = at
    tokens = stage.sentence.tokens[segment_start(stage, colon.index) : colon.index]
    subject = _owner(stage, tokens) or _behind_topic(tokens) or first_subject(tokens) or _last_name(stage, tokens)
    if subject is None:
        return None
    return Voice(how="heading", speaker=stage.phrase(subject), stage=stage)


def _set_off(page: Page, marked: Marked) -> Voice | None:
    """The person named alone before a comma and the marks that end a title: 'Libia, Rossi, "siamo pronti"'."""
    text = page.document.text
    before, after = text[: marked.outer_start].rstrip(" "), text[marked.outer_end :].lstrip(" ")
    at = page.token_at(len(before) - 1) if before.endswith(",") and after[:1] in ("", "\n") else None
    if at is None:
        return None
    stage, comma = at
    tokens = stage.sentence.tokens[segment_start(stage, comma.index) : comma.index]
    last = max((i for i, t in enumerate(tokens) if t.form in (":", ",")), default=-1)
    name = tokens[last + 1 :]
    named = bool(name) and name[0].entity == "B-PER" and all(t.entity.endswith("PER") for t in name)
    alone = named and not any(is_verb(t) for t in tokens) and "\n" not in text[tokens[0].start : comma.start]
    return Voice(how="heading", speaker=stage.phrase(name[0]), stage=stage) if alone else None


def _owner(stage: Stage, tokens: tuple[Token, ...]) -> Token | None:
    """Whose "appeal" or "warning" it is."""
    for noun in reversed(tokens):
        if noun.upos == "NOUN" and noun.keys & stage.words.nouns:
            owners = tree.obliques(stage.sentence, noun, *sorted(stage.words.genitive | stage.words.agent_cases))
            verb = stage.sentence.parent(noun) if noun.relation == "nsubj" else None
            if verb is not None and not owners:  # "the answer came | from Roe: …"
                givers = tree.obliques(stage.sentence, verb, *sorted(stage.words.agent_cases))
                owners = [g for g in givers if g.index < tokens[-1].index and can_speak(stage, g)]
            if owners:
                return owners[0]
    return None


def first_subject(tokens: tuple[Token, ...]) -> Token | None:
    """The first subject among words in a row."""
    return next((t for t in tokens if t.relation == "nsubj" and t.upos in NOMINALS), None)


def _behind_topic(tokens: tuple[Token, ...]) -> Token | None:
    """The person who is named behind a land and a comma in a heading without a verb ("Bolivia, Rossi:")."""
    if len(tokens) < 3 or any(is_verb(t) for t in tokens) or not tokens[0].entity.endswith("LOC"):
        return None
    comma = next((i for i, t in enumerate(tokens) if t.form == ","), None)
    behind = tokens[comma + 1 :] if comma is not None else ()
    named = bool(behind) and behind[0].entity == "B-PER" and all(t.entity.endswith("PER") for t in behind)
    return behind[0] if named and comma is not None and comma <= BEHIND else None


def _last_name(stage: Stage, tokens: tuple[Token, ...]) -> Token | None:
    """The head of a bare heading ("Il ministro:"); behind a topic or a time of day ("Siria, il ministro:")."""
    if len(tokens) > 2 and tokens[0].upos == "NUM" and tokens[1].form in DASHES:
        tokens = tokens[2:]
    commas = [i for i, t in enumerate(tokens) if t.form == ","]
    appended = tokens[commas[-1] + 1 :] if commas else tokens
    found = _first_head(appended) if len(appended) <= BEHIND and not any(is_verb(t) for t in tokens) else None
    return found if found is not None and can_speak(stage, found) else None


def _first_head(tokens: tuple[Token, ...]) -> Token | None:
    """The first nominal of a row that hangs on nothing in it."""
    inside = {t.index for t in tokens}
    return next((t for t in tokens if t.upos in NOMINALS and t.head not in inside), None)
