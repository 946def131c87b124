"""CoNLL-U out: trees as a valid file of Universal Dependencies (format as of UD v2, levels 1 and 2 of its validator).

Each sentence has ``# sent_id`` and ``# text``; words that were cut out of one run of letters stand under a multiword
range; ``SpaceAfter=No`` tells where no space follows, between sentences too; ``# newpar`` stands after a blank line.
Named entities are IOB2 tags in MISC (``NER=B-PER``). Invisible characters of the document are left out of FORM and of
``# text`` alike, so that the two agree.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from cronistoria.model.document import Document
from cronistoria.model.sentence import Sentence, Token

_BLANK = re.compile(r"\n[^\S\n]*\n|\r[^\S\r]*\r|[\v\f\u2029]")
_APOSTROPHES = "'’ʼ`´‘"


def write_conllu(document: Document, sentences: tuple[Sentence, ...]) -> str:
    """The sentences as CoNLL-U; nothing if there are none."""
    after = [*(sentence.start for sentence in sentences[1:]), len(document.text)]
    blocks, end = [], sentences[0].start if sentences else 0
    for sentence, stop in zip(sentences, after, strict=False):
        paragraph = ["# newpar"] if _BLANK.search(document.text, end, sentence.start) else []
        blocks.append("\n".join([*paragraph, *_write_sentence(document.text, sentence, stop)]) + "\n\n")
        end = sentence.end
    return "".join(blocks)


def _write_sentence(text: str, sentence: Sentence, stop: int) -> list[str]:
    surface, lines = "", []
    groups = list(_groups(text, sentence.tokens))
    ends = [group[0].start for group in groups[1:]] + [stop]
    for group, following in zip(groups, ends, strict=True):
        end = max(token.end for token in group)
        glued = end < len(text) and not any(map(str.isspace, text[end:following]))
        form = group[0].form if len(group) == 1 else _surface(text, group)
        surface += form if glued else form + " "
        misc = ["SpaceAfter=No"] if glued else []
        if len(group) > 1:
            lines.append(_columns(f"{group[0].index + 1}-{group[-1].index + 1}", form, misc=misc))
            misc = []
        lines.extend(_write_token(token, misc) for token in group)
    return [f"# sent_id = {sentence.index + 1}", f"# text = {surface.rstrip(' ')}", *lines]


def _groups(text: str, tokens: tuple[Token, ...]) -> Iterator[list[Token]]:
    """Words that were written as one: they share letters, or no mark stands between their letters."""
    group = [tokens[0]]
    for before, token in pairwise(tokens):
        if not (token.start < before.end or _is_cut(text, before, token)):
            yield group
            group = []
        group.append(token)
    yield group


def _is_cut(text: str, before: Token, token: Token) -> bool:
    """Whether two words were one run of letters ("parlarsi", "can't"); "l'" is a token of its own."""
    if before.end != token.start or not text[before.end - 1].isalnum():
        return False
    first = text[token.start]
    return first.isalpha() or (first in _APOSTROPHES and token.end - token.start > 1)


def _surface(text: str, group: list[Token]) -> str:
    """The characters of several words; their forms where those spell them (invisible characters are not in them)."""
    written = text[group[0].start : max(token.end for token in group)]
    spelt = all(before.end <= token.start for before, token in pairwise(group))
    if spelt:
        return "".join(token.form for token in group)
    return "".join(letter if letter.isprintable() else " " * letter.isspace() for letter in written)


def _write_token(token: Token, misc: list[str]) -> str:
    feats = "|".join(f"{key}={value}" for key, value in sorted(token.feats.items(), key=lambda p: p[0].lower()))
    columns = (token.lemma, token.upos, "_", feats or "_", str(token.head + 1), token.deprel, "_")
    entity = [] if token.entity == "O" else [f"NER={token.entity}"]
    return _columns(str(token.index + 1), token.form, columns, [*entity, *misc])


def _columns(identity: str, form: str, middle: tuple[str, ...] = ("_",) * 7, misc: list[str] | None = None) -> str:
    return "\t".join((identity, form, *middle, "|".join(misc or ()) or "_"))
