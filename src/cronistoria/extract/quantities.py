"""Numbers of people and things: "più di 100mila", "between 10,000 and 15,000", "a dozen", "decine di migliaia".

A sentence and the noun that is counted come in, the number with its bound goes out. Words are scanned from the noun to
the left, so that a bad tree does no harm; names such as F-16, years, dates, percentages and money are no quantities.
"""

import re
from functools import cache
from itertools import pairwise

from babel import Locale

from cronistoria.languages.quantities import QuantityWords
from cronistoria.model.document import Document
from cronistoria.model.mention import QuantityMention
from cronistoria.model.record import Bound
from cronistoria.model.sentence import Sentence, Token
from cronistoria.model.span import Span

PIECE = re.compile(r"\d(?:[\d.,'’]|\s(?=\d{3}(?!\d)))*\d|\d|[^\W\d_]+(?:[-'’][^\W\d_]+)*|[-–—]")
CLOCK = re.compile(r"\d{1,2}[.:]\d\d")
BETWEEN_NUMBER_AND_NOUN = frozenset({"ADJ", "PROPN", "NOUN", "ADV", "DET"})
FURTHEST = 4
LONGEST_CUE = 3
TENS, BASE = 30, 10
QUOTES = frozenset("\"«“„'‘")
DASHES = frozenset("-–—")


def find_quantity(document: Document, sentence: Sentence, noun: Token, words: QuantityWords) -> QuantityMention | None:
    """The number of what a noun counts; ``None`` if none. A vague one ("decine") has neither ``min`` nor ``max``."""
    last = _last_number(sentence, noun, words)
    if last is None:
        return None
    first = last
    while first > 0 and _continues(sentence.tokens, first - 1, words):
        first -= 1
    while first < last and not _is_number(sentence.tokens[first], words):
        first += 1
    changed = any(t.keys & words.changes for t in sentence.tokens)
    if changed:
        first = max((i + 1 for i in range(first, last) if sentence.tokens[i].lower in words.changed_to), default=first)
    if _is_year(sentence, first, last, words) or _is_unit_of_value(sentence, first, noun):
        return None
    if sentence.tokens[last + 1].lower in _months(document.language):
        return None
    pieces = _pieces(document.text[sentence.tokens[first].start : sentence.tokens[last].end].lower(), words)
    ends = _ends(pieces, words)
    come_to = changed and first > 0 and sentence.tokens[first - 1].lower in words.changed_to
    to_it: tuple[int, Bound] = (first, "exact")
    opening, bound = to_it if come_to else _bound(sentence, first, words)
    if ends is None:
        return _quantity(None, None, "about", _span(document, sentence, opening, last))
    opening = _opening_of_range(sentence, opening, words) if ends[0] != ends[1] else opening
    return _bounded(*ends, bound, _span(document, sentence, opening, last), pieces, words)


def _pieces(text: str, words: QuantityWords) -> list[str]:
    """Figures, words and dashes; words with hyphens stay whole if they are one numeral ("quatre-vingts", "п'ять")."""
    found: list[str] = []
    for piece in PIECE.findall(text):
        plain = piece if piece[0].isdigit() else piece.replace("’", "'")
        whole = piece[0].isdigit() or not re.search("[-']", plain) or _numeral(plain, words) is not None
        found += [plain] if whole else [part for part in re.split("(-)|'", plain) if part]
    return found


@cache
def _months(language: str) -> frozenset[str]:
    """The names of months as they stand behind the number of a day."""
    return frozenset(name.lower() for name in Locale(language).months["format"]["wide"].values())


def _opening_of_range(sentence: Sentence, first: int, words: QuantityWords) -> int:
    """Where a range begins: with its "between", over an article."""
    for index in range(first - 1, max(first - 3, -1), -1):
        if sentence.tokens[index].lower in words.between:
            return index
        if sentence.tokens[index].upos != "DET":
            break
    return first


def _bounded(
    low: float, high: float, bound: Bound, span: Span, pieces: list[str], words: QuantityWords
) -> QuantityMention:
    if low != high:
        return _quantity(low, high, "about", span)
    if bound == "over":
        return _quantity(low, None, bound, span)
    if bound == "under":
        return _quantity(None, high, bound, span)
    collective = pieces[-1] in words.collectives and pieces[0] in words.numbers and words.numbers[pieces[0]] == 1
    return _quantity(low, high, "about" if collective else bound, span)


def _quantity(low: float | None, high: float | None, bound: Bound, span: Span) -> QuantityMention:
    return QuantityMention(min=low, max=high, bound=bound, span=span)


def _span(document: Document, sentence: Sentence, first: int, last: int) -> Span:
    return document.span(sentence.tokens[first].start, sentence.tokens[last].end)


def _last_number(sentence: Sentence, noun: Token, words: QuantityWords) -> int | None:
    """Index of the nearest number word to the left of a noun, over its adjectives and the "of" of collectives."""
    index, steps = noun.index - 1, 0
    while index >= 0:
        token = sentence.tokens[index]
        if (first := _start_of_model(sentence.tokens, index)) is not None:
            index = first - 1
            continue
        if _is_number(token, words):
            linked = any(t.lower in words.linking for t in sentence.tokens[index + 1 : noun.index])
            single = words.numbers.get(token.lower) == 1 or _is_time(sentence.tokens, index, words)
            return None if single or (linked and not _may_link(sentence.tokens, index, words)) else index
        beside = token.upos == "VERB" and token.relation == "amod"
        near = beside or token.upos in BETWEEN_NUMBER_AND_NOUN or token.lower in words.linking
        near = near or (token.form == "." and index > 0 and sentence.tokens[index - 1].lower in words.scales)
        near = near or _is_hyphen(sentence.tokens, index)
        if token.form not in QUOTES and (not near or steps >= FURTHEST):
            return None
        index, steps = index - 1, steps + 1
    return None


def _is_hyphen(tokens: tuple[Token, ...], index: int) -> bool:
    """Whether a dash stands in one word of letters ("5,200 | US-soldiers")."""
    parts = tokens[max(index - 1, 0) : index + 2]
    whole = len(parts) == 3 and all(a.end == b.start for a, b in pairwise(parts))
    return whole and parts[1].form in DASHES and parts[0].form.isalpha() and parts[2].form.isalpha()


def _start_of_model(tokens: tuple[Token, ...], index: int) -> int | None:
    """Where a name of letters, a dash and this number begins, if they are written as one ("F-16" in three words)."""
    parts = tokens[max(index - 2, 0) : index + 1]
    whole = len(parts) == 3 and all(a.end == b.start for a, b in pairwise(parts))
    return parts[0].index if whole and parts[1].form in DASHES and parts[0].form.isalpha() else None


def _may_link(tokens: tuple[Token, ...], index: int, words: QuantityWords) -> bool:
    """Collectives and scales count through "of"; a plain number does only before "other" and the like."""
    token = tokens[index]
    if token.lower in words.collectives or token.lower in words.vague or token.lower in words.scales:
        return True
    return tokens[index + 1].upos != "ADP"


def _is_number(token: Token, words: QuantityWords) -> bool:
    form = token.lower
    if form[:1].isdigit():
        figure = re.fullmatch(r"\d(?:[\d.,'’\s–-]*\d)?(?:-?[^\W\d_]+)?", form)
        return bool(figure) and _suffix_is_scale(form, words)
    return form in words.collectives or form in words.vague or _numeral(form, words) is not None


def _suffix_is_scale(form: str, words: QuantityWords) -> bool:
    suffix = form.lstrip("0123456789.,'’-–\u00a0\u202f ")
    return not suffix or suffix in words.scales


def _continues(tokens: tuple[Token, ...], index: int, words: QuantityWords) -> bool:
    """Whether the word belongs to the number that begins after it."""
    form = tokens[index].lower
    if _is_number(tokens[index], words):
        return not _is_apart(tokens, index, words)
    if form in DASHES or form in words.until:
        return index > 0 and _is_number(tokens[index - 1], words)
    if tokens[index].upos == "DET" and index > 1 and tokens[index - 1].lower in words.until:
        return _is_number(tokens[index - 2], words)
    return form in words.linking and index > 0 and tokens[index - 1].lower in (words.vague | words.collectives.keys())


def _is_apart(tokens: tuple[Token, ...], index: int, words: QuantityWords) -> bool:
    """Whether a figure or a clock time stands before another number, no scale ("alle 14.30 | due droni")."""
    form, following = tokens[index].form, tokens[index + 1].lower
    if following in words.scales.keys() | words.collectives.keys() | words.vague:
        return False
    return bool(CLOCK.fullmatch(form)) or (form.isdecimal() and following in words.numbers)


def _is_time(tokens: tuple[Token, ...], index: int, words: QuantityWords) -> bool:
    """Whether a figure is of a clock, not of what follows: "3.05" without a scale, "alle 5 | i cannoni".

    It is not in "sono 27 | le vittime", where no article or adposition stands before it.
    """
    token, following = tokens[index], tokens[index + 1]
    if following.lower in words.scales or not token.form[0].isdigit():
        return False
    led = index > 0 and tokens[index - 1].upos in ("ADP", "DET")
    return bool(CLOCK.fullmatch(token.form)) or (led and following.feats.get("Definite") == "Def")


def _is_year(sentence: Sentence, first: int, last: int, words: QuantityWords) -> bool:
    """A bare figure from 1900 to 2099 after a word of time."""
    token = sentence.tokens[first]
    if first != last or not re.fullmatch(r"(19|20)\d\d", token.form):
        return False
    return (
        first == 0 or sentence.tokens[first - 1].lower in words.year_cases or sentence.tokens[first - 1].upos == "ADP"
    )


def _is_unit_of_value(sentence: Sentence, first: int, noun: Token) -> bool:
    """Money before the figure, or a percentage behind it."""
    before = sentence.tokens[first - 1].form if first else ""
    return before[-1:] in ("$", "€", "£") or any("%" in t.form for t in sentence.tokens[first : noun.index])


def _bound(sentence: Sentence, first: int, words: QuantityWords) -> tuple[int, Bound]:
    """Where the words of the bound begin, and the bound; the longest sequence wins, over a word such as "other"."""
    ends = [first, first - 1] if first > 1 and sentence.tokens[first - 1].lower in words.linking else [first]
    for end in ends:
        for length in range(min(LONGEST_CUE, end), 0, -1):
            before = " ".join(t.lower for t in sentence.tokens[end - length : end])
            for bound, cues in _bound_cues(words):
                if before in cues:
                    return end - length, bound
    return first, "exact"


def _bound_cues(words: QuantityWords) -> tuple[tuple[Bound, tuple[str, ...]], ...]:
    return (("over", words.over), ("under", words.under), ("about", words.about))


def _ends(pieces: list[str], words: QuantityWords) -> tuple[float, float] | None:
    """Both ends of a number or range; ``None`` for a vague one."""
    pieces = _added(pieces, words)
    cut = next((i for i, p in enumerate(pieces) if 0 < i < len(pieces) - 1 and (p in DASHES or p in words.until)), None)
    if cut is None or (pieces[cut] in DASHES and pieces[cut + 1] in words.numbers and pieces[cut - 1] in words.numbers):
        value = _value([p for p in pieces if p not in DASHES], words)
        return None if value is None else (value, value)
    low, high = _value(pieces[:cut], words), _value(pieces[cut + 1 :], words)
    if low is None or high is None:
        return None
    scale = words.scales.get(pieces[-1], 1)
    if low < high / scale * 1.001 and low * scale <= high:
        low *= scale
    return min(low, high), max(low, high)


def _added(pieces: list[str], words: QuantityWords) -> list[str]:
    """The pieces without the "and" between tens and units ("treinta y cinco"): no range falls."""
    numbers = [words.numbers.get(piece, 0) for piece in pieces]
    joins = {
        i
        for i in range(1, len(pieces) - 1)
        if pieces[i] in words.until and numbers[i - 1] >= TENS and 0 < numbers[i + 1] < BASE
    }
    return [piece for i, piece in enumerate(pieces) if i not in joins]


def _value(pieces: list[str], words: QuantityWords) -> float | None:
    """The value of number words; ``None`` if a vague collective makes it open."""
    total, current = 0.0, 0.0
    for piece in pieces:
        if piece in words.vague and not current:
            return None
        scale = words.scales.get(piece) or words.collectives.get(piece)
        if scale and scale > 100:
            total, current = total + (current or 1) * scale, 0.0
        elif scale:
            current = (current or 1) * scale
        elif piece[0].isdigit():
            current += _figure(piece, words)
        else:
            numeral = _numeral(piece, words)
            current += numeral if numeral is not None else 0
    return total + current


def _figure(text: str, words: QuantityWords) -> float:
    """A figure with its marks: "100.000" is a hundred thousand where the stop parts thousands.

    Nobody counts people to three decimals: "100,000" is one as well.
    """
    bare = re.sub(r"['’\s]", "", text)
    if re.fullmatch(rf"\d{{1,3}}(?:{re.escape(words.thousands)}\d{{3}})+", bare):
        return float(bare.replace(words.thousands, ""))
    if re.fullmatch(rf"[1-9]\d{{0,2}}(?:{re.escape(words.decimal)}\d{{3}})+", bare):
        return float(bare.replace(words.decimal, ""))
    if bare.count(words.decimal) == 1:
        bare = bare.replace(words.thousands, "").replace(words.decimal, ".")
    try:
        return float(bare)
    except ValueError:
        return float(re.sub(r"\D", "", bare))


def _numeral(word: str, words: QuantityWords) -> float | None:
    """The value of a numeral written as one word: "duecentomila" = (2 x 100) x 1000."""
    if word in words.numbers:
        return words.numbers[word]
    if not word.strip("-"):
        return None
    total, current, rest = 0.0, 0.0, word.replace("-", "")
    while rest:
        size = next((n for n in range(min(len(rest), words.longest_part), 2, -1) if rest[:n] in words.parts), 0)
        if not size:
            return None
        part, rest = rest[:size], rest[size:]
        scale = words.scales.get(part)
        if scale and scale > 100:
            total, current = total + max(current, 1) * scale, 0.0
        else:
            current = max(current, 1) * scale if scale else current + words.parts[part]
    return total + current
