"""Where a person's name begins and ends: the words that a model cuts off or takes along.

A run is a stretch of tokens, both ends inside. Hyphens without spaces ("Ban Ki-moon"), particles ("de", "al", "bin")
and flat words belong to a name; titles, small words and marks at its edges do not.
"""

from collections.abc import Callable, Iterable, Iterator

from cronistoria.languages.actors import ActorWords
from cronistoria.model.document import Document
from cronistoria.model.sentence import Sentence, Token
from cronistoria.reference.names import particles, plain

LONGEST_NAME = 6
SHORTEST_WORD = 2
OPEN_CLASSES = frozenset({"PROPN", "NOUN", "ADJ", "X"})

Run = tuple[int, int]


def parted(document: Document, sentence: Sentence, first: int, last: int) -> Iterator[Run]:
    """The names of one stretch that the model took for one: "Ada Keller and Ben Rossi", or a name and the next line."""
    tokens = sentence.tokens
    for index in range(first, last + 1):
        if first < index and (crosses_line(document, sentence, index) or _is_another(sentence, (first, last), index)):
            yield first, index - 1
            first = index
        if tokens[index].upos == "CCONJ":
            if first < index:
                yield first, index - 1
            first = index + 1
    if first <= last:
        yield first, last


def _is_another(sentence: Sentence, run: Run, index: int) -> bool:
    """Whether a word of a stretch is in another case than its first and hangs on a word outside as an argument."""
    first, word = sentence.tokens[run[0]], sentence.tokens[index]
    cases = {first.feats.get("Case"), word.feats.get("Case")}
    outside = not run[0] <= word.head <= run[1]
    return len(cases) == 2 and None not in cases and outside and word.relation in ("nsubj", "obj", "iobj", "obl")


def start_of(sentence: Sentence, first: int) -> int:
    """The start of a name that the model cut behind a hyphen, "de" or "bin"; a contraction is no part of it."""
    tokens = sentence.tokens
    while first > 0:
        before = tokens[first - 1]
        if _is_glued(sentence, first - 1) and tokens[first - 2].form[:1].isupper():
            first -= 2
        elif plain(before.form) in particles().inner and not (first > 1 and tokens[first - 2].end > before.start):
            if before.relation == "case" and before.form.islower():
                return first
            first -= 1
        else:
            return first
    return first


def end_of(document: Document, sentence: Sentence, run: Run, taken: set[int], is_known: Callable[[Run], bool]) -> int:
    """The end of a name that the model cut before a hyphen, "al Assad" or a word that the tree joins to it.

    ``taken``: tokens of other names. A particle that reads like a preposition needs a name that ``is_known``.
    """
    tokens = sentence.tokens
    first, last = run
    while last + 1 < len(tokens):
        if _is_glued(sentence, last + 1) and last + 2 not in taken:
            last += 2
            continue
        particle = _particle_after(document, sentence, last)
        following = (particle if particle is not None else last) + 1
        following += particle is not None and _is_glued(sentence, following)
        if following >= len(tokens) or following in taken or not _is_proper(tokens[following]):
            return last
        if crosses_line(document, sentence, following):
            return last
        if particle is None and not (tokens[following].head <= last and goes_on(sentence, (first, last), following)):
            return last
        is_plain = particle is not None and tokens[last + 1].form.islower()
        is_marked = tokens[last].entity.endswith("PER") and tokens[following].entity.endswith("PER")
        is_adposition = is_plain and tokens[last + 1].upos == "ADP"
        if is_adposition and not is_marked and not is_known((first, following)):
            return last
        last = following
    return last


def goes_on(sentence: Sentence, run: Run, index: int) -> bool:
    """Whether a word goes on with the name before it, and is not the name of the title ("посланець Роу | Кіт Доу")."""
    word, first = sentence.tokens[index], sentence.tokens[run[0]]
    owner = first.relation == "nmod" and word.head == first.head
    return word.relation == "flat" and not (owner and first.feats.get("Case") != word.feats.get("Case"))


def capital_runs(
    document: Document, sentence: Sentence, taken: set[int], words: ActorWords, is_known: Callable[[Run], bool]
) -> Iterator[Run]:
    """Runs of capitalised words that no other name has taken.

    Small words that read like prepositions ("von der") join them only to a name that ``is_known``.
    """
    position = 0
    while position < len(sentence.tokens):
        last = _run_end(document, sentence, position, taken)
        last = _known_end(sentence, (position, last), taken, is_known) if last is not None else None
        run = trimmed(sentence, (position, last), words) if last is not None else None
        if run:
            yield run
        position = position + 1 if last is None else last + 1


def trimmed(sentence: Sentence, run: Run, words: ActorWords) -> Run | None:
    """The run without titles and small words before it and marks behind it; ``None`` if no name is left."""
    tokens = sentence.tokens
    first, last = run
    while first <= last and _is_no_start(tokens[first], words):
        first += 1
    while first <= last and not tokens[last].form[:1].isalnum():
        last -= 1
    kept = tokens[first : last + 1]
    if not kept or kept[0].form in words.not_names or not any(_has_capital(t) for t in kept):
        return None
    if all(len(t.form.strip(".")) < SHORTEST_WORD for t in kept):
        return None
    return first, last


def apart(runs: Iterable[Run], found: list[Run]) -> list[Run]:
    """The runs that share no token with those found before."""
    taken = {i for first, last in found for i in range(first, last + 1)}
    return [run for run in runs if not taken & set(range(run[0], run[1] + 1))]


def _run_end(document: Document, sentence: Sentence, first: int, taken: set[int]) -> int | None:
    tokens = sentence.tokens
    if not _may_be_name(tokens[first], taken):
        return None
    last = first
    while last + 1 < len(tokens) and last - first < LONGEST_NAME:
        inner = plain(tokens[last + 1].form) in particles().inner and tokens[last + 1].relation != "case"
        if crosses_line(document, sentence, last + 1):
            break
        if _is_glued(sentence, last + 1) and last + 2 not in taken:
            last += 2
        elif _may_be_name(tokens[last + 1], taken):
            last += 1
        elif inner and (after := last + 2 + _is_glued(sentence, last + 2)) < len(tokens):
            if not _may_be_name(tokens[after], taken):
                break
            last = after
        else:
            break
    return last


def _known_end(sentence: Sentence, run: Run, taken: set[int], is_known: Callable[[Run], bool]) -> int:
    """The end of a run, farther behind small words if that is a name of somebody known."""
    tokens, end = sentence.tokens, run[1] + 1
    while end < len(tokens) and plain(tokens[end].form) in particles().inner and tokens[end].form.islower():
        end += 1
    joins = run[1] + 1 < end < len(tokens) and _may_be_name(tokens[end], taken) and is_known((run[0], end))
    return end if joins else run[1]


def crosses_line(document: Document, sentence: Sentence, index: int) -> bool:
    """Whether a word opens another line than the word before it."""
    tokens = sentence.tokens
    return index > 0 and "\n" in document.text[tokens[index - 1].end : tokens[index].start]


def _particle_after(document: Document, sentence: Sentence, last: int) -> int | None:
    """The last token of a particle right behind a word, a contraction that looks like one included."""
    tokens = sentence.tokens
    end = last + 1
    if end + 1 < len(tokens) and tokens[end + 1].start < tokens[end].end:
        end += 1
    written = document.text[tokens[last + 1].start : tokens[end].end]
    capital = written[:1].isupper() and plain(written) in particles().capital
    if not (capital or plain(written) in particles().inner):
        return None
    while end + 2 < len(tokens) and tokens[end + 1].form.islower() and plain(tokens[end + 1].form) in particles().inner:
        end += 1
    return end


def _is_glued(sentence: Sentence, index: int) -> bool:
    """Whether a hyphen joins the words around it to one name, not two that are coordinated ("the Roe-Doe meeting")."""
    tokens = sentence.tokens
    if not 0 < index < len(tokens) - 1 or tokens[index].form != "-":
        return False
    if tokens[index + 1].relation == "conj" and tokens[index + 1].head == index - 1:
        return False
    return tokens[index - 1].end == tokens[index].start and tokens[index].end == tokens[index + 1].start


def _is_proper(token: Token) -> bool:
    return token.upos in ("PROPN", "X") and token.form[:1].isupper()


def _has_capital(token: Token) -> bool:
    """Whether a word, or a part of it behind a hyphen ("аль-Бурхан"), has a capital."""
    return any(part[:1].isupper() for part in token.form.split("-"))


def _is_no_start(token: Token, words: ActorWords) -> bool:
    glued = plain(token.form.partition("-")[0]) if "-" in token.form else plain(token.form)
    small = token.form[:1].islower() and glued not in particles().weightless
    return small or token.lower in words.honorifics or not token.form[:1].isalnum()


def _may_be_name(token: Token, taken: set[int]) -> bool:
    return token.index not in taken and token.form[:1].isupper() and token.upos in OPEN_CLASSES
