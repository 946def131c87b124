"""What a position hangs on: "if", "unless", "in case of", "only after", "otherwise", what would lead to harm.

A predicate's tree comes in, the words of its condition and their sense go out. Subordinators and adpositions are found
by their words, the stretch they open by the tree, so that parses that label them oddly still give it.
"""

from collections.abc import Iterator, Set
from functools import cache

import msgspec
from babel import Locale

from cronistoria.extract import reality, tree
from cronistoria.languages.conditions import ConditionWords, Marker, condition_markers, load_condition_words
from cronistoria.languages.contacts import contact_nouns, load_contact_words
from cronistoria.languages.dates import load_date_words
from cronistoria.languages.grammar import Grammar, load_grammar
from cronistoria.model.document import Document
from cronistoria.model.mention import ConditionMention
from cronistoria.model.record import ConditionSense
from cronistoria.model.sentence import Sentence, Token

ANY_VERB = "*"
REACH = 4
# "только тогда, | когда", "nur dann, | wenn"
CORRELATIVE = frozenset({"ADV", "PRON", "DET"})


class FoundCondition(msgspec.Struct, frozen=True):
    """A condition with the head of its words.

    ``only``: nothing else will do ("only if"); ``lack``: it tells what may not be missing ("without"); ``subject``: it
    is the subject of what it leads to; ``otherwise``: it only says that something told before is not done.
    """

    mention: ConditionMention
    head: Token
    only: bool = False
    lack: bool = False
    subject: bool = False
    otherwise: bool = False


def condition_of(document: Document, sentence: Sentence, predicate: Token, *, language: str) -> FoundCondition | None:
    """The condition of a predicate with its head: marked, inverted, or the subject that would lead to something.

    "Risponderemo se attaccheranno" gives "se attaccheranno" with sense "if" for "risponderemo".
    """
    words, grammar = load_condition_words(language), load_grammar(language)
    marked = next(_marked(document, sentence, predicate, language), None)
    if marked is not None:
        return marked
    return (
        _inverted(document, sentence, predicate, words)
        or otherwise_of(document, sentence, predicate, language=language)
        or _subject(document, sentence, predicate, words, grammar)
    )


def _marked(document: Document, sentence: Sentence, predicate: Token, language: str) -> Iterator[FoundCondition]:
    words, grammar, markers = load_condition_words(language), load_grammar(language), condition_markers(language)
    if sentence.words.isdisjoint(markers):
        return
    inside = _own_words(sentence, predicate, grammar)
    last = -1
    for token in sentence.tokens:
        if token.index not in inside or token.index <= last:
            continue
        fitting = _markers_at(sentence, token, markers)
        if not fitting:
            continue
        last = token.index + len(fitting[0].words) - 1
        head = _opened_by(sentence, token.index, last, predicate, words.only)
        before = _only_before(sentence, token.index, words)
        beside = tree.children_by(sentence, predicate, "advmod")
        beside += [c for adverb in beside for c in tree.children_by(sentence, adverb, "advmod")]
        alone = any(_is_only(sentence, adverb, predicate, words) for adverb in beside)
        only = before is not None or fitting[0].words[0] in words.only or alone
        counting = [
            m for m in fitting if head is not None and _counts(sentence, predicate, head, m, grammar, only=only)
        ]
        if head is None or not counting:
            continue
        marker = counting[0]
        if not marker.clausal and len(marker.words) > 1 and sentence.tokens[last + 1].upos == "NUM":
            continue
        if not marker.clausal and len(marker.words) == 1 and head.lemma.lower() in contact_nouns(language):
            continue
        if not marker.clausal and " ".join(marker.words) in words.indefinite and _is_known(sentence, head):
            continue
        timed = not marker.clausal or head.feats.get("VerbForm") == "Inf"
        if timed and marker.sense == "until" and _is_time(sentence, last + 1, language):
            continue
        lack = " ".join(marker.words) in words.lacking
        if not (marker.clausal or lack) and head.feats.get("VerbForm") == "Inf":
            continue
        if lack and (
            head.keys & words.manner or (head.upos == "VERB" and not _is_denied(sentence, predicate, grammar))
        ):
            continue
        denied = predicate.lemma.lower() in words.impossible
        if lack and not denied and (_is_bare(sentence, predicate) or not _is_open(sentence, predicate, grammar)):
            continue
        only = before is not None or marker.words[0] in words.only or (alone and marker.clausal)
        opening = (token.index if before is None else before, last)
        mention = _from(document, sentence, opening, _mention(document, sentence, head, marker.sense))
        if not marker.clausal:
            mention = _short(document, sentence, head, mention)
        yield FoundCondition(mention, head, only, lack)


def _is_known(sentence: Sentence, head: Token) -> bool:
    """Whether a thing is one that there is ("bei der Wahl", not "bei einem Angriff")."""
    below = tree.children_by(sentence, head, "det", "nmod:poss", "det:poss")
    return any(d.feats.get("Definite") == "Def" or d.deprel.endswith("poss") for d in below)


def _is_time(sentence: Sentence, first: int, language: str) -> bool:
    """Whether the first noun or number from a place on is a time ("until May", not "until the withdrawal in May")."""
    words = sentence.tokens[first : first + REACH]
    head = next((t for t in words if t.upos in ("NOUN", "PROPN", "NUM")), None)
    return head is not None and (
        head.upos == "NUM" or head.lower.startswith(_years(language)) or bool(head.keys & _calendar(language))
    )


@cache
def _years(language: str) -> tuple[str, ...]:
    """What words for a part of the year begin with, where words are written as one ("Jahresende")."""
    compounds = load_grammar(language).forms is not None
    words = load_date_words(language).year_words
    return tuple(w for w in words if compounds and len(w) >= REACH and " " not in w) or (" ",)


@cache
def _calendar(language: str) -> frozenset[str]:
    """Months, weekdays and units of time: until then is a time and no condition."""
    locale = Locale(language)
    names = (*locale.months["format"]["wide"].values(), *locale.days["format"]["wide"].values())
    return frozenset(name.lower() for name in names) | load_contact_words(language).duration_units


def _is_denied(sentence: Sentence, predicate: Token, grammar: Grammar) -> bool:
    return reality.polarity(sentence, predicate, grammar) == "negated"


def _own_words(sentence: Sentence, predicate: Token, grammar: Grammar) -> set[int]:
    """The words below a predicate without the clauses coordinated with it, but with an if-clause taken for one."""
    found = {t.index for t in tree.subtree(sentence, predicate)}
    for other in tree.children_by(sentence, predicate, "conj"):
        if set(tree.mark_lemmas(sentence, other)) & grammar.conditional_markers:
            continue
        if tree.is_finite(sentence, other) or other.upos == "VERB":
            found -= {t.index for t in tree.subtree(sentence, other)}
    return found


def _markers_at(sentence: Sentence, token: Token, markers: dict[str, tuple[Marker, ...]]) -> list[Marker]:
    """The longest markers that begin with a word: the same words may open a clause or a phrase."""
    forms = dict.fromkeys((token.lower, token.lemma.lower()))
    fitting = [m for form in forms for m in markers.get(form, ()) if _matches(sentence, token.index, m)]
    longest = max((len(m.words) for m in fitting), default=0)
    return [m for m in fitting if len(m.words) == longest]


def _matches(sentence: Sentence, first: int, marker: Marker) -> bool:
    tokens = sentence.tokens[first : first + len(marker.words)]
    return len(tokens) == len(marker.words) and all(
        word in (t.lower, t.lemma.lower()) for word, t in zip(marker.words, tokens, strict=True)
    )


def _opened_by(sentence: Sentence, first: int, last: int, predicate: Token, only: Set[str]) -> Token | None:
    """The head of the largest constituent below the predicate that a marker opens."""
    found: Token | None = None
    current: Token | None = sentence.tokens[last]
    while current is not None and current.index != predicate.index:
        inside = [t for t in tree.subtree(sentence, current) if t.relation not in ("advmod", "cc", "punct")]
        if min((t.index for t in inside if not t.keys & only), default=first) < first - 1:
            break
        if found is not None and current.upos in CORRELATIVE:
            break
        if max(t.index for t in tree.subtree(sentence, current)) > last:
            found = current
        current = sentence.parent(current)
    return found


def _counts(sentence: Sentence, predicate: Token, head: Token, marker: Marker, grammar: Grammar, *, only: bool) -> bool:
    """Whether the marker's words make a condition here, no question ("asked if") and no past fact ("when he came").

    ``only``: nothing else will do, so that what is so only then is no fact either ("is possible only when").
    """
    clause = head.upos in ("VERB", "AUX") or tree.is_finite(sentence, head)
    if not marker.clausal:
        return not clause or marker.sense in ("if_not", "when")
    asked = head.relation in ("csubj", "nsubj", "obj") or (head.relation == "ccomp" and len(marker.words) == 1)
    if not clause or asked:
        return False
    shifted = is_conditional(sentence, predicate, grammar)
    if marker.sense == "when":
        ahead = shifted or reality.tense(sentence, head, grammar) != "past"
        state = only and predicate.upos in ("ADJ", "ADV") and reality.tense(sentence, predicate, grammar) != "past"
        return ahead and (state or _is_open(sentence, predicate, grammar))
    if marker.sense == "until" and not tree.is_finite(sentence, head):
        return _is_open(sentence, predicate, grammar)
    return reality.carrier_is_open(sentence, head) or marker.sense != "until" or shifted


def _is_bare(sentence: Sentence, predicate: Token) -> bool:
    return not tree.is_finite(sentence, predicate) and not tree.children_by(sentence, predicate, "aux")


def _is_open(sentence: Sentence, predicate: Token, grammar: Grammar) -> bool:
    """Whether a predicate tells no fact: future, conditional, modal, denied or not finite."""
    helpers = {a.lemma.lower() for a in tree.children_by(sentence, predicate, "aux")}
    return (
        reality.tense(sentence, predicate, grammar) == "future"
        or tree.finite_form(sentence, predicate).feats.get("Mood") == "Cnd"
        or bool(helpers & (grammar.possibility | grammar.necessity | grammar.conditional_auxiliaries))
        or reality.polarity(sentence, predicate, grammar) == "negated"
        or not tree.is_finite(sentence, predicate)
    )


def _only_before(sentence: Sentence, first: int, words: ConditionWords) -> int | None:
    """Where the "only" before a marker stands, also before a comma ("nur, wenn"), no subordinator of another clause."""
    place = first - 2 if first > 1 and sentence.tokens[first - 1].form == "," else first - 1
    before = sentence.tokens[place] if place >= 0 else None
    if before is None or before.lemma.lower() not in words.only:
        return None
    return place if before.relation != "mark" or before.head == sentence.tokens[first].head else None


def _is_only(sentence: Sentence, adverb: Token, predicate: Token, words: ConditionWords) -> bool:
    """Whether an adverb before a predicate makes its condition the only one ("will only go if they stay")."""
    between = sentence.tokens[adverb.index + 1 : predicate.index]
    near = all(t.upos in ("ADV", "AUX") for t in between) and adverb.index < predicate.index
    return near and adverb.lemma.lower() in words.only


def _mention(document: Document, sentence: Sentence, head: Token, sense: ConditionSense) -> ConditionMention:
    beside = frozenset(c.index for c in tree.children_by(sentence, head, "parataxis"))
    return ConditionMention(tree.clause_span(document, sentence, head, without=beside), sense)


def _from(
    document: Document, sentence: Sentence, marker: tuple[int, int], mention: ConditionMention
) -> ConditionMention:
    """A condition begins with its marker, or with the "only" before it, wherever the tree hangs the marker's words."""
    first, last = sentence.tokens[max(marker[0], 0)], sentence.tokens[marker[1]]
    start = first.start if mention.span.start <= last.end else mention.span.start
    return ConditionMention(document.span(start, mention.span.end), mention.sense)


def _short(document: Document, sentence: Sentence, head: Token, mention: ConditionMention) -> ConditionMention:
    """A nominal condition ends at the first comma, or before a verb that a parser coordinated with it."""
    tokens = [t for t in sentence.tokens if mention.span.start <= t.start and t.end <= mention.span.end]
    if any(tree.children_by(sentence, c, "mark") for c in tree.children_by(sentence, head, "acl", "ccomp")):
        return mention
    behind = [t for t in tokens if t.index > head.index]
    end = next((t for t in behind if t.form == "," or (t.relation == "cc" and _opens_verb(sentence, t))), None)
    if end is None:
        return mention
    return ConditionMention(document.span(mention.span.start, sentence.tokens[end.index - 1].end), mention.sense)


def _opens_verb(sentence: Sentence, conjunction: Token) -> bool:
    above = sentence.parent(conjunction)
    return above is not None and above.upos in ("VERB", "AUX")


def _inverted(document: Document, sentence: Sentence, predicate: Token, words: ConditionWords) -> FoundCondition | None:
    """A clause that opens with its verb: "should they attack", "dovessero attaccare"."""
    for clause in tree.children_by(sentence, predicate, "advcl"):
        words_of = (t for t in tree.subtree(sentence, clause) if t.upos != "PUNCT")
        first = min(words_of, key=lambda t: t.index)
        opens = ANY_VERB in words.inverted and _opens_with_verb(sentence, clause, first)
        if opens or first.lower in words.inverted:
            return FoundCondition(_mention(document, sentence, clause, "if"), clause)
    return None


def otherwise_of(document: Document, sentence: Sentence, predicate: Token, *, language: str) -> FoundCondition | None:
    """The words that open a clause if something told before is not done: "Otherwise we will close the border"."""
    inside = [t for t in tree.subtree(sentence, predicate) if t.upos != "PUNCT"]
    first = min((t.index for t in inside), default=predicate.index)
    joined = int(sentence.tokens[first].upos == "CCONJ")
    for row in (entry.split() for entry in load_condition_words(language).otherwise):
        for start in range(max(first - len(row) + 1, 0), first + joined + 1):
            tokens = sentence.tokens[start : start + len(row)]
            if [t.lower for t in tokens] == row and tokens[-1].index < predicate.index:
                span = document.span(tokens[0].start, tokens[-1].end)
                return FoundCondition(ConditionMention(span, "if_not"), tokens[0], otherwise=True)
    return None


def _opens_with_verb(sentence: Sentence, clause: Token, first: Token) -> bool:
    """Whether a clause without a subordinator begins with its finite verb."""
    carrier = tree.finite_form(sentence, clause)
    return carrier is first and first.feats.get("VerbForm") == "Fin" and not tree.children_by(sentence, clause, "mark")


def _subject(
    document: Document, sentence: Sentence, predicate: Token, words: ConditionWords, grammar: Grammar
) -> FoundCondition | None:
    """The subject of what would happen: "new sanctions" of "new sanctions would lead to a rupture", "any attack"."""
    helpers = {a.lemma.lower() for a in tree.children_by(sentence, predicate, "aux")}
    subjects = [s for s in tree.subjects(sentence, predicate) if s.upos in ("NOUN", "VERB", "PROPN")]
    if not subjects or subjects[0].entity.endswith(("-LOC", "-PER")) or helpers & grammar.necessity:
        return None
    may = bool(predicate.keys & grammar.possibility)
    deeds = tree.children_by(sentence, predicate, "xcomp") if may else [predicate]
    leads = any(d.keys & words.leading for d in deeds) and (may or is_conditional(sentence, predicate, grammar))
    if not leads and not (_is_any(sentence, subjects[0], words) and _is_ahead(sentence, predicate, grammar)):
        return None
    return FoundCondition(_mention(document, sentence, subjects[0], "if"), subjects[0], subject=True)


def _is_any(sentence: Sentence, noun: Token, words: ConditionWords) -> bool:
    """Whether a subject is any of its kind, or an attempt that nobody has been told of."""
    determiners = tree.children_by(sentence, noun, "det", "amod")
    if any(d.keys & words.any for d in determiners):
        return True
    known = any(d.feats.get("Definite") == "Def" or d.feats.get("PronType") == "Dem" for d in determiners)
    return bool(noun.keys & words.attempts) and not known


def _is_ahead(sentence: Sentence, predicate: Token, grammar: Grammar) -> bool:
    return reality.tense(sentence, predicate, grammar) == "future" or is_conditional(sentence, predicate, grammar)


def is_conditional(sentence: Sentence, predicate: Token, grammar: Grammar) -> bool:
    """Whether a predicate stands in the conditional mood, its own or that of a verb it depends on."""
    chain = [predicate]
    while chain[-1].relation == "xcomp" and (above := sentence.parent(chain[-1])):
        chain.append(above)
    return any(
        tree.finite_form(sentence, link).feats.get("Mood") == "Cnd"
        or any(
            a.lemma.lower() in grammar.conditional_auxiliaries | grammar.possibility
            or a.lower in grammar.conditional_auxiliaries
            for a in tree.children_by(sentence, link, "aux")
        )
        for link in chain
    )
