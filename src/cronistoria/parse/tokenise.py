"""Text to words: surface tokens by one pattern, then cut and unfolded into the syntactic words of the treebanks.

In: a text and the `Words` table of its language. Out: words with offsets that point into the text. A word that is cut
at a letter has its own letters ("parlar", "si"; "a", "i" of "ai"); the words of a contraction that is spelt otherwise
share the letters of the whole ("della"). Control and format characters (NUL, marks of direction, zero-width spaces)
part words but are none; inside a word they are left out of its form, which is always composed (NFC).

Any text is read in linear time: no token is sought farther than `FARTHEST` characters, and a longer run of letters
without a break becomes several words of `LONGEST` letters.
"""

import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

import regex

from cronistoria.languages.words import Words

FARTHEST = 1000
LONGEST = 200
_APOSTROPHES = str.maketrans("’ʼ`´‘", "'''''")
_INVISIBLE = ("Cc", "Cf")
_INNER = r"[\p{L}\p{M}\d_\u00ad\u200b-\u200d\u2060\ufeff]"
_TOKEN = regex.compile(
    r"""
    (?:https?://|www\.)[^\s<>"«»“”]*[\w/]            # addresses
  | [\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){0,8}\w       # mail
  | @\w(?:[\w-]*\w)? | \#\w+
  | \p{L}[\p{L}\p{M}\d-]{1,62}(?:\.[a-z\d-]{2,62}){0,4}\.[a-z]{2,4}(?![\p{L}\d])(?=[\s\p{P}]|$)   # sites: name.org
  | \p{Lu}\.(?:-?\p{L}{1,2}\.)+                         # U.S., Ph.D., J.-P. are abbreviations
  | \p{Lu}{2}\.\p{Lu}{2}\. | \p{Lu}\.-\p{Lu}\p{L}+         # EE.UU., S.-Petersburg
  | \p{Ll}\.(?:\p{L}{1,2}\.){1,6}(?=\s|\p{P}|$)          # e.g., a.C., s.p.a.
  | ['’](?=\d\d(?!\d))\d\d(?![\d'’])                    # '90
  | \d{4}-\d\d-\d\d(?![\d-]) | \d{3}-(?:\d{3}-)?\d{4}(?![\d-])  # 2021-05-30, telephones
  | \d+(?:[.,:/'’]\d+)*\p{L}*(?:-\p{L}[\p{L}\d]*)?        # numbers, 100mila, 15enne, 34-річний
  | [\p{L}_]"""
    + _INNER
    + r"""*(?:['’ʼ`´‘\-‐‑&]"""
    + _INNER
    + r"""+)*['’]?
  | [:;=]-?[()]+(?![\p{L}\d])                          # faces
  | \.{2,} | [!?]+(?:\.\.)? | -{2,} | `` | '' | <{2,} | >{2,} | \*+ | =+ | \++ | \){3,}
  | [\U0001F1E6-\U0001F1FF]{1,2} | (?:(?![\U0001F1E6-\U0001F1FF])(?=\p{Emoji_Presentation})\X)+  # flags, emoji
  | \X
    """,
    regex.VERBOSE,
)
_THOUSANDS = regex.compile(r"\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?:,\d+)?(?![\p{L}\d])")
_ORDINAL = regex.compile(r"\. (?:\p{L}|\d{1,2}\. ?\d{4}|\d{4}(?!\d))")
_NUMBER = regex.compile(r"[\d.,:/'’]*\d")
_HYPHEN = regex.compile(r"([-‐‑])")


class Word(NamedTuple):
    """A syntactic word; ``spaced`` says whether a space stands before it."""

    form: str
    start: int
    end: int
    spaced: bool


class Piece(NamedTuple):
    """A stretch of letters on its way to becoming words."""

    text: str
    start: int


def tokenise(text: str, words: Words, *, start: int = 0, end: int | None = None) -> list[Word]:
    """The words of ``text[start:end]``; offsets count from the start of ``text``."""
    found: list[Word] = []
    stop = len(text) if end is None else end
    for piece in _pieces(text, words, start, stop):
        spaced = piece.start == start or text[piece.start - 1].isspace()
        before = _plain(found[-1].form) if found and found[-1].form[-1].isalpha() else ""
        found.extend(_unfold(piece, words, spaced, before))
    return found


def _pieces(text: str, words: Words, start: int, stop: int) -> Iterator[Piece]:
    position, quoted, before = start, False, ""
    while position < stop:
        token = _TOKEN.match(text, position, min(stop, position + FARTHEST)).group()
        first = token[0]
        if _is_invisible(first):
            position += next((i for i, letter in enumerate(token) if not _is_invisible(letter)), len(token))
            continue
        if token in ("'", "’", "‘"):
            quoted = not quoted or token == "‘"
        elif first.isalpha() or first == "_":
            token = _with_stop(text, position, _without_quote(token, words, quoted), words)
        elif first.isdigit():
            token = _number(text, position, token, words)
        if token.isalpha() and len(token) <= LONGEST:
            yield Piece(token, position)
            position, before = position + len(token), token
            continue
        parts = _pair(token, before, words)
        for piece in _split(Piece(token, position), words) if not parts else _in_row(parts, position):
            before = piece.text
            yield from (Piece(piece.text[i : i + LONGEST], piece.start + i) for i in range(0, len(piece.text), LONGEST))
        position += len(token)


def _pair(token: str, before: str, words: Words) -> list[str]:
    """Two names and the hyphen between them, behind a word of what two have with each other."""
    if not words.hyphen_after or _plain(before) not in words.hyphen_after:
        return []
    parts = _HYPHEN.split(token)
    names = len(parts) == 3 and all(p[:1].isupper() and len(p) > 1 for p in parts[::2])
    return parts if names else []


def _in_row(parts: list[str], start: int) -> Iterator[Piece]:
    for part in parts:
        yield Piece(part, start)
        start += len(part)


def _is_invisible(letter: str) -> bool:
    return not letter.isalnum() and (letter.isspace() or unicodedata.category(letter) in _INVISIBLE)


def _without_quote(token: str, words: Words, quoted: bool) -> str:
    """The token without a closing apostrophe that is a quotation mark."""
    if token[-1] not in "'’":
        return token
    low = _plain(token)
    if low[:-1].rpartition("'")[2] in words.elisions or low in words.apocopes:
        return token
    if words.apostrophe_accents and not quoted and low[-2] in "aeiou":
        return token
    return token[:-1]


def _with_stop(text: str, position: int, token: str, words: Words) -> str:
    """The token with its full stop where that belongs to an abbreviation."""
    stop = position + len(token)
    if text[stop : stop + 1] != "." or text[stop + 1 : stop + 2] == ".":
        return token
    short, after = _plain(token).rpartition("'")[2] + ".", text[stop + 1 : stop + 3].lstrip(" ")[:1]
    if short in words.abbreviations or (short in words.number_abbreviations and after.isdigit()):
        return token + "."
    return token + "." if words.initials and len(token) == 1 and token.isupper() and after.isupper() else token


def _number(text: str, position: int, token: str, words: Words) -> str:
    """A number with the stop of an ordinal, or with its thousands parted by spaces."""
    stop = position + len(token)
    if words.ordinal_stop and token.isdigit() and len(token) < 3 and _ORDINAL.match(text, stop):
        return token + "."
    if words.spaced_numbers and len(token) < 4:
        long = _THOUSANDS.match(text, position, position + LONGEST)
        return long.group() if long else token
    return token


def _split(piece: Piece, words: Words) -> Iterator[Piece]:
    """Cuts at apostrophes and hyphens, endings first, from the right, then elisions, from the left."""
    if piece.text[0].isdigit():
        yield from _split_number(piece, words)
        return
    tails: list[Piece] = []
    while ending := _ending(piece.text, words):
        cut = len(piece.text) - len(ending)
        tails.append(Piece(piece.text[cut:], piece.start + cut))
        piece = Piece(piece.text[:cut], piece.start)
    while cut := _elision(piece.text, words):
        yield Piece(piece.text[:cut], piece.start)
        piece = Piece(piece.text[cut:], piece.start + cut)
    yield from _split_hyphens(piece, words)
    yield from reversed(tails)


def _ending(text: str, words: Words) -> str:
    """The longest ending that is cut off, or nothing."""
    if not words.endings or not _is_cut(text, words):
        return ""
    low = _plain(text)
    return max((e for e in words.endings if low.endswith(e) and len(low) > len(e)), key=len, default="")


def _elision(text: str, words: Words) -> int:
    """How many letters an elided word at the front has, its apostrophe with them."""
    head, mark, tail = _plain(text).partition("'")
    if mark and tail and head in words.elisions and _is_cut(text, words) and not _is_name(text, head, words):
        return len(head) + 1
    return 0


def _is_cut(text: str, words: Words) -> bool:
    return text[0].isalpha() and _plain(text) not in words.whole and "@" not in text and "/" not in text


def _split_number(piece: Piece, words: Words) -> Iterator[Piece]:
    """Cuts a unit off ("14h") and, where the language does, what follows a hyphen ("15-year")."""
    text, start = piece
    match = _NUMBER.match(text)
    cut = match.end() if match else 0
    unit = text[cut:]
    if unit.lower() in words.number_units:
        yield from (Piece(text[:cut], start), Piece(unit, start + cut))
    elif words.number_hyphen == "split" and _HYPHEN.match(unit) and unit[1].isalpha():
        yield from (Piece(text[:cut], start), Piece(unit[0], start + cut), Piece(unit[1:], start + cut + 1))
    else:
        yield piece


def _is_name(text: str, head: str, words: Words) -> bool:
    return head in words.name_elisions and text[0].isupper() and text[len(head) + 1].isupper() and not text.isupper()


def _split_hyphens(piece: Piece, words: Words) -> Iterator[Piece]:
    low = _plain(piece.text)
    first = _HYPHEN.split(low, maxsplit=1)[0]
    if len(first) == len(low) or not _is_cut(piece.text, words):
        yield piece
        return
    if words.hyphen == "whole" or low in words.hyphen_whole or first in words.hyphen_prefixes:
        yield piece
        return
    at = piece.start
    for part in _HYPHEN.split(piece.text):
        if part:
            yield Piece(part, at)
        at += len(part)


def _unfold(piece: Piece, words: Words, spaced: bool, before: str) -> Iterator[Word]:
    text, start = piece
    low = _plain(text)
    parts = words.contractions.get(low)
    if parts and _is_whole_after(low, before, words):
        parts = (low,)
    if parts and "".join(parts) != low:
        for i, part in enumerate(parts):
            yield Word(_in_case(part, text, first=i == 0), start, start + len(text), spaced and i == 0)
        return
    at = start
    for i, part in enumerate(parts or words.cuts.get(low) or _cut_enclitics(low, words) or (low,)):
        yield Word(_clean(text[at - start : at - start + len(part)]), at, at + len(part), spaced and i == 0)
        at += len(part)


def _is_whole_after(low: str, before: str, words: Words) -> bool:
    """Whether a contraction is none after the word before it."""
    return before in words.whole_after.get(low, ()) or before.endswith(words.whole_after_endings.get(low, ()))


def _cut_enclitics(low: str, words: Words) -> tuple[str, ...]:
    for table in words.enclitics:
        if low in table.exceptions:
            return ()
        for length in range(min(6, len(low) - 2), 1, -1):
            host, cluster = low[:-length], table.clusters.get(low[-length:])
            if cluster and (host in table.hosts or (len(host) >= table.least and host.endswith(table.endings))):
                return (host, *cluster)
    return ()


def _in_case(part: str, surface: str, *, first: bool) -> str:
    if len(surface) > 1 and surface.isupper():
        return part.upper()
    return part.capitalize() if first and surface[0].isupper() else part


@lru_cache(maxsize=1 << 16)
def _plain(text: str) -> str:
    low = text.lower().translate(_APOSTROPHES)
    return low if len(low) == len(text) else text.translate(_APOSTROPHES)


def _clean(form: str) -> str:
    """A form composed and without invisible characters; the form itself if nothing else is left."""
    if form.isascii():
        return form
    form = unicodedata.normalize("NFC", form)
    if form.isprintable() or not form[0].isalpha():
        return form
    return "".join(letter for letter in form if not _is_invisible(letter))
