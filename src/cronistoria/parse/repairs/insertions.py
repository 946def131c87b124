"""Who says so, put between subject and verb: "Washington, an official explained, will not suspend aid".

Parsers take the verb of saying for the predicate of the sentence, or its clause for what the first noun is. Sentences
come in, sentences with the same words go out, where the later verb is the predicate, with the first noun as its
subject, and the verb of saying hangs on it as ``parataxis`` with a subject of its own.
"""

import msgspec

from cronistoria.languages.grammar import load_grammar
from cronistoria.languages.quotes import QuoteWords, load_quote_words
from cronistoria.model.sentence import Sentence, Token, make_sentence

COMMA = ","
NOMINAL = ("NOUN", "PROPN", "PRON")
LATER = frozenset({"conj", "ccomp", "parataxis", "advcl", "xcomp"})
CLAUSES = frozenset({"root", "parataxis", "conj", "ccomp"})
SPEAKER = frozenset({"nsubj", "obj"})
FINITE_PAST = {"Mood": "Ind", "Tense": "Past", "VerbForm": "Fin"}
LATER_WORDS = frozenset({"obl", "advmod", "advcl"})
ADVERBIAL = frozenset({"obl", "advmod", "nmod"})
EMPTY = frozenset({"aux", "punct", "expl", "iobj", "advmod"})
CLOSING = frozenset('"»”“')


def with_insertions(sentences: tuple[Sentence, ...], language: str) -> tuple[Sentence, ...]:
    """The sentences of a report, each told clause above the clause that tells who says so."""
    words = load_quote_words(language)
    says = words.says | words.tells
    sentences = tuple(_with_told_predicate(sentence, words) for sentence in sentences)
    sentences = tuple(_with_condition_ahead(sentence, says) for sentence in sentences)
    said = (_with_speaker_behind(_as_parataxis(_as_predicate(s, says), says), words) for s in sentences)
    houses = load_grammar(language).impersonal_sources
    said = (_with_houses_behind(sentence, says, houses) for sentence in said)
    alike = not load_grammar(language).past_shows_number
    heard = words.audience_objects
    spoken = (_with_last_speaker(sentence, says, heard, alike=alike) for sentence in said)
    return tuple(_with_earlier_words(_with_later_words(sentence), says) for sentence in spoken)


def _with_later_words(sentence: Sentence) -> Sentence:
    """What stands right behind who says so belongs to the verb of saying: "'We go', said Roe after the talks".

    So does what is done meanwhile, also behind a comma: "'We go', said Roe, calling …".
    """
    moved: dict[int, Token] = {}
    for said in sentence.tokens:
        told = sentence.parent(said) if said.relation == "parataxis" else None
        known = _speaker_of(sentence, said) is not None or _is_behind_marks(sentence, said)
        if told is None or told.index > said.index or not known:
            continue
        last = _last(sentence, said)
        for word in sentence.children(told):
            during = word.relation == "advcl" and word.feats.get("VerbForm") == "Ger"
            behind = word.relation in LATER_WORDS and _first(sentence, word) == last + 1
            last = _last(sentence, word) if behind else last
            if (during and word.index > said.index) or behind:
                moved[word.index] = msgspec.structs.replace(word, head=said.index)
    return _rebuilt(sentence, moved) if moved else sentence


def _is_behind_marks(sentence: Sentence, said: Token) -> bool:
    """Whether a verb without a subject stands behind a comma and words in marks ('"We go", ha detto, accusando …')."""
    before = sentence.tokens[: _first(sentence, said)]
    closed = len(before) > 1 and before[-1].form == "," and before[-2].form in CLOSING
    return closed and _is_finite(sentence, said)


def _with_earlier_words(sentence: Sentence, says: frozenset[str]) -> Sentence:
    """What stands before the comma that cuts off who says so belongs to what is told ("met on Monday, said Roe")."""
    moved: dict[int, Token] = {}
    for said in sentence.tokens:
        told = sentence.parent(said) if said.relation == "parataxis" and said.keys & says else None
        if told is None or told.index > said.index:
            continue
        comma = next((t.index for t in reversed(sentence.tokens[: said.index]) if t.form == COMMA), -1)
        for word in sentence.children(said):
            if told.index < word.index < comma and word.relation in ADVERBIAL:
                moved[word.index] = msgspec.structs.replace(word, head=told.index)
    return _rebuilt(sentence, moved) if moved else sentence


def _speaker_of(sentence: Sentence, said: Token) -> Token | None:
    return next((c for c in sentence.children(said) if c.relation == "nsubj"), None)


def _as_predicate(sentence: Sentence, says: frozenset[str]) -> Sentence:
    """The later verb as predicate, where a verb of saying with its subject behind it was taken for that."""
    for said in sentence.tokens:
        if said.upos == "VERB" and said.relation in CLAUSES and said.keys & says:
            moved = _moved(sentence, said)
            if moved:
                return _rebuilt(sentence, moved)
    return sentence


def _moved(sentence: Sentence, said: Token) -> dict[int, Token]:
    """The words that hang elsewhere once the later verb is the predicate; none if there is no such verb."""
    subject = next((c for c in sentence.children(said) if c.relation == "nsubj" and c.index < said.index), None)
    speaker = _speaker_behind(sentence, said)
    later = _told(sentence, said, speaker) if speaker is not None else None
    if subject is None or speaker is None or later is None or not _is_cut_off(sentence, subject, said):
        return {}
    end = _last(sentence, speaker)
    moved = {
        said.index: msgspec.structs.replace(said, head=later.index, deprel="parataxis"),
        later.index: msgspec.structs.replace(later, head=said.head, deprel=said.deprel),
        subject.index: msgspec.structs.replace(subject, head=later.index),
        speaker.index: msgspec.structs.replace(speaker, deprel="nsubj"),
    }
    for child in sentence.children(said):
        if child.index > end and child is not later:
            moved[child.index] = msgspec.structs.replace(child, head=later.index)
    for child in sentence.children(later):
        if child.relation == "nsubj":
            moved[child.index] = msgspec.structs.replace(child, deprel="obj")
    return moved


def _speaker_behind(sentence: Sentence, said: Token) -> Token | None:
    """The noun right behind a verb of saying that has nothing else behind it but a comma."""
    behind = [c for c in sentence.children(said) if c.index > said.index and c.relation in SPEAKER]
    speaker = behind[0] if behind and behind[0].upos in NOMINAL else None
    if speaker is None or _first(sentence, speaker) != said.index + 1:
        return None
    return speaker if _is_comma(sentence, _last(sentence, speaker) + 1) else None


def _told(sentence: Sentence, said: Token, speaker: Token) -> Token | None:
    """The finite verb behind the comma that has no subject before it."""
    for later in sentence.children(said):
        behind = later.index > _last(sentence, speaker) and later.relation in LATER and later.upos in ("VERB", "AUX")
        if not behind:
            continue
        below = sentence.children(later)
        joined = any(c.relation in ("cc", "mark") for c in below)
        own = any(c.relation in ("nsubj", "csubj") and c.index < later.index for c in below)
        if not joined and not own and _is_finite(sentence, later):
            return later
    return None


def _is_cut_off(sentence: Sentence, subject: Token, said: Token) -> bool:
    """Whether a comma, and nothing else of weight, parts a subject from its verb."""
    end = _last(sentence, subject)
    between = sentence.tokens[end + 1 : said.index]
    return _is_comma(sentence, end + 1) and all(t.relation in EMPTY for t in between)


def _with_condition_ahead(sentence: Sentence, says: frozenset[str]) -> Sentence:
    """Who says so between commas, where the clause before it was hung on that ("if it fails, | warns Roe, |")."""
    for said in sentence.tokens:
        told = sentence.parent(said)
        below = sentence.children(said)
        speaker = next((c for c in below if c.relation == "nsubj" and c.index > said.index), None)
        ahead = [c for c in below if c.relation == "advcl" and c.index < said.index]
        if said.relation not in ("advcl", "ccomp") or not said.keys & says or told is None or told.index < said.index:
            continue
        if speaker is None or len(ahead) != 1 or any(c.relation == "mark" for c in below):
            continue
        last = max(t.index for t in (speaker, *sentence.children(speaker)))
        if _is_comma(sentence, said.index - 1) and _is_comma(sentence, last + 1):
            return _rebuilt(sentence, {
                said.index: msgspec.structs.replace(said, deprel="parataxis"),
                ahead[0].index: msgspec.structs.replace(ahead[0], head=told.index),
            })  # fmt: skip
    return sentence


def _as_parataxis(sentence: Sentence, says: frozenset[str]) -> Sentence:
    """A clause of saying between commas, taken for an apposition or a relative clause of the subject before it."""
    for said in sentence.tokens:
        subject = sentence.parent(said)
        if said.relation != "acl" or said.upos != "VERB" or subject is None or not said.keys & says:
            continue
        told, speaker = sentence.parent(subject), _speaker_before(sentence, said, subject)
        if speaker is None or told is None or subject.relation != "nsubj" or told.index < said.index:
            continue
        if _is_comma(sentence, _first(sentence, speaker) - 1) and _is_comma(sentence, said.index + 1):
            return _rebuilt(sentence, {
                said.index: msgspec.structs.replace(said, head=told.index, deprel="parataxis"),
                speaker.index: msgspec.structs.replace(speaker, head=said.index, deprel="nsubj"),
            })  # fmt: skip
    return sentence


def _speaker_before(sentence: Sentence, said: Token, subject: Token) -> Token | None:
    """Who says so: the subject of the clause, or an apposition of the noun before it that ends where it begins."""
    below = sentence.children(said)
    own = next((c for c in below if c.relation == "nsubj" and c.feats.get("PronType") != "Rel"), None)
    if own is not None or any(c.relation == "nsubj" for c in below):
        return own
    beside = (c for c in sentence.children(subject) if c.relation == "appos" and c.index < said.index)
    return next((c for c in beside if _last(sentence, c) + 1 == said.index), None)


def _with_told_predicate(sentence: Sentence, words: QuoteWords) -> Sentence:
    """What is told as predicate, where the verb of saying was: "Roe, the envoy, | met Doe, said the court"."""
    for said in sentence.tokens:
        if said.upos != "VERB" or said.relation not in ("root", "ccomp") or not _says(sentence, said, words):
            continue
        subject = next((c for c in sentence.children(said) if c.relation == "nsubj" and c.index < said.index), None)
        told = _cut_clause(sentence, subject, said) if subject is not None else None
        behind = [c for c in sentence.children(said) if c.index > said.index and c.relation != "punct"]
        if subject is None or told is None or not behind or behind[0].relation not in SPEAKER:
            continue
        if _first(sentence, behind[0]) != said.index + 1 or behind[0].upos not in NOMINAL:
            continue
        return _rebuilt(sentence, {
            told.index: msgspec.structs.replace(told, head=said.head, deprel=said.deprel),
            said.index: msgspec.structs.replace(said, head=told.index, deprel="parataxis"),
            subject.index: msgspec.structs.replace(subject, head=told.index),
            behind[0].index: msgspec.structs.replace(behind[0], deprel="nsubj"),
        })  # fmt: skip
    return sentence


def _cut_clause(sentence: Sentence, subject: Token, said: Token) -> Token | None:
    """A finite clause without a pronoun that was taken for a relative clause of the subject, up to a comma."""
    for clause in sentence.children(subject):
        below = sentence.children(clause)
        relative = any(c.feats.get("PronType") == "Rel" or c.relation in ("nsubj", "mark") for c in below)
        if clause.deprel == "acl:relcl" and clause.upos == "VERB" and not relative and _is_finite(sentence, clause):
            carried = sum(c.relation == "aux" and c.index < said.index for c in sentence.children(said))
            return clause if _is_comma(sentence, said.index - 1 - carried) else None
    return None


def _with_speaker_behind(sentence: Sentence, words: QuoteWords) -> Sentence:
    """Who says so at the end, taken for an object of the verb of saying: "they will leave, warned | the envoy"."""
    for said in sentence.tokens:
        told = sentence.parent(said) if said.relation in LATER and said.upos == "VERB" else None
        if told is None or told.index > said.index or not _says(sentence, said, words):
            continue
        object_ = _only_object(sentence, said)
        helper = sentence.tokens[said.index - 1]
        helped = helper.relation in ("aux", "cop") and helper.head in (said.index, told.index)
        if object_ is None or not _is_comma(sentence, said.index - 1 - int(helped)):
            continue
        finite = said.feats.get("VerbForm") == "Fin" or (helped and helper.feats.get("VerbForm") == "Fin")
        if finite:
            moved = {
                said.index: msgspec.structs.replace(said, deprel="parataxis"),
                object_.index: msgspec.structs.replace(object_, head=said.index, deprel="nsubj"),
            }
            if helped:
                moved[helper.index] = msgspec.structs.replace(helper, head=said.index, deprel="aux", upos="AUX")
            return _rebuilt(sentence, moved)
    return sentence


def _with_houses_behind(sentence: Sentence, says: frozenset[str], houses: frozenset[str]) -> Sentence:
    """Where it is said at the end, taken for one more deed: "санкції не знімуть, | наголосили в Брюсселі"."""
    for said in sentence.tokens if houses else ():
        told = sentence.parent(said) if said.relation == "conj" and said.keys & says else None
        if told is None or told.index > said.index or not _is_comma(sentence, said.index - 1):
            continue
        early = [c for c in sentence.children(said) if c.index < said.index - 1]
        below = [c for c in sentence.children(said) if c.relation != "punct" and c not in early]
        cases = {c.lemma.lower() for b in below for c in sentence.children(b) if c.relation == "case"}
        placed = [c for c in below if c.relation == "obl" and c.entity != "O"]
        bare = all(c.relation in ADVERBIAL and c.index > said.index for c in below) and cases & houses
        if placed and bare and said.feats.get("Number") == "Plur" and said.feats.get("Person") in (None, "3"):
            moved = {c.index: msgspec.structs.replace(c, head=told.index) for c in early}
            return _rebuilt(sentence, moved | {said.index: msgspec.structs.replace(said, deprel="parataxis")})
    return sentence


def _says(sentence: Sentence, verb: Token, words: QuoteWords) -> bool:
    """Whether a verb tells what is said, alone or with its infinitive ("laisser entendre")."""
    below = {key for c in sentence.children(verb) if c.relation == "xcomp" for key in c.keys}
    joined = any(below & cue.lemmas and verb.keys & cue.companions for cue in words.compounds)
    return joined or bool(verb.keys & (words.says | words.tells))


def _only_object(sentence: Sentence, said: Token) -> Token | None:
    """The bare nominal right behind a verb of saying, or behind the infinitive that it has, with nothing else."""
    below = [c for c in sentence.children(said) if c.relation not in ("aux", "punct", "advmod")]
    carried = below[0] if len(below) == 1 and below[0].relation == "xcomp" and below[0].upos == "VERB" else None
    if carried is not None and carried.index == said.index + 1:
        below = [c for c in sentence.children(carried) if c.relation != "punct"]
    verb = carried or said
    if len(below) != 1 or below[0].relation != "obj" or below[0].upos not in NOMINAL:
        return None
    opened = any(c.relation == "case" for c in sentence.children(below[0]))
    return below[0] if _first(sentence, below[0]) == verb.index + 1 and not opened else None


def _with_last_speaker(sentence: Sentence, says: frozenset[str], heard: frozenset[str], *, alike: bool) -> Sentence:
    """Who says so at the end, taken for an apposition of what is told: "…, the head of the army, Jo Roe, warned".

    ``alike``: the past of a verb may look like its participle. ``heard``: verbs whose object is told, which may have
    been taken for the speaker ("…, Jo Roe, told the paper").
    """
    for said in sentence.tokens:
        told = sentence.parent(said) if said.relation in ("parataxis", "advcl") else None
        if told is None or told.index > said.index or not said.keys & says:
            continue
        told_to = [
            c for c in sentence.children(said) if c.relation == "nsubj" and c.index > said.index and said.keys & heard
        ]
        if any(c.relation in ("nsubj", "mark", "aux") and c not in told_to for c in sentence.children(said)):
            continue
        past = alike and said.feats.get("VerbForm") == "Part" and said.feats.get("Tense") == "Past"
        speaker = next((t for t in _below_words(sentence, told) if _is_apart_before(sentence, t, said)), None)
        if speaker is not None and (past or said.feats.get("VerbForm") == "Fin"):
            return _rebuilt(sentence, {
                **{c.index: msgspec.structs.replace(c, deprel="obj") for c in told_to},
                speaker.index: msgspec.structs.replace(speaker, head=said.index, deprel="nsubj"),
                said.index: msgspec.structs.replace(
                    said, deprel="parataxis", feats=FINITE_PAST if past else said.feats
                ),
            })  # fmt: skip
    return sentence


def _below_words(sentence: Sentence, token: Token) -> list[Token]:
    """The words below a word, those nearest to the root first, in text order on each level."""
    found = list(sentence.children(token))
    for current in found:
        found += sentence.children(current)
    return found


def _is_apart_before(sentence: Sentence, word: Token, said: Token) -> bool:
    """Whether an apposition stands between a comma and the verb of saying."""
    if word.relation != "appos" or word.upos not in NOMINAL or word.index > said.index:
        return False
    end = _last(sentence, word) + 1
    ends = end == said.index or (_is_comma(sentence, end) and end + 1 == said.index)
    return ends and _is_comma(sentence, _first(sentence, word) - 1)


def _is_finite(sentence: Sentence, verb: Token) -> bool:
    carried = (c for c in sentence.children(verb) if c.relation in ("aux", "cop"))
    return any(t.feats.get("VerbForm") == "Fin" for t in (verb, *carried))


def _is_comma(sentence: Sentence, index: int) -> bool:
    return 0 <= index < len(sentence.tokens) and sentence.tokens[index].form == COMMA


def _below(sentence: Sentence, token: Token) -> list[int]:
    """The indices of a word and of all words below it but the marks at its edges."""
    found, waiting = [], [token]
    while waiting:
        current = waiting.pop()
        found.append(current.index)
        waiting += [c for c in sentence.children(current) if c.relation != "punct"]
    return found


def _first(sentence: Sentence, token: Token) -> int:
    return min(_below(sentence, token))


def _last(sentence: Sentence, token: Token) -> int:
    return max(_below(sentence, token))


def _rebuilt(sentence: Sentence, moved: dict[int, Token]) -> Sentence:
    return make_sentence(sentence.index, tuple(moved.get(t.index, t) for t in sentence.tokens))
