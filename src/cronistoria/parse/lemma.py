"""Lemmas as edits: a short script says how a form becomes its lemma, so that unseen words can be lemmatised.

A script is ``=`` (the form itself), ``A|lemma`` (a lemma that shares too little with the form), or
``case|cut|prefix|cut|suffix``: lower the form, cut letters at the front and add ``prefix``, cut letters at the end and
add ``suffix``, then set the case (``l`` lower, ``t`` title, ``u`` upper).
"""

from difflib import SequenceMatcher
from functools import lru_cache

SAME = "="
WHOLE = "A|"
_LEAST_COMMON = 3


@lru_cache(maxsize=1 << 18)
def lemma_script(form: str, lemma: str) -> str:
    """The script that makes ``lemma`` of ``form``."""
    if form == lemma:
        return SAME
    case = _case(lemma)
    low, goal = form.lower(), lemma.lower()
    shared = _common_prefix(low, goal)
    if case and (shared >= _LEAST_COMMON or shared * 2 >= len(low)) and "|" not in goal:
        return f"{case}|0||{len(low) - shared}|{goal[shared:]}"
    match = SequenceMatcher(None, low, goal, autojunk=False).find_longest_match()
    if case and match.size >= _LEAST_COMMON and "|" not in goal:
        tail = len(low) - match.a - match.size
        return f"{case}|{match.a}|{goal[: match.b]}|{tail}|{goal[match.b + match.size :]}"
    return WHOLE + lemma


def apply_script(form: str, script: str) -> str:
    """The lemma; the form itself where the script asks for more letters than there are."""
    if script == SAME:
        return form
    if script.startswith(WHOLE):
        return script[len(WHOLE) :]
    case, front, prefix, back, suffix = script.split("|")
    low = form.lower()
    if int(front) + int(back) > len(low):
        return form
    lemma = prefix + low[int(front) : len(low) - int(back)] + suffix
    if not lemma:
        return form
    return lemma if case == "l" else lemma.capitalize() if case == "t" else lemma.upper()


def _case(lemma: str) -> str:
    if lemma == lemma.lower():
        return "l"
    if lemma == lemma.capitalize():
        return "t"
    return "u" if lemma == lemma.upper() else ""


def _common_prefix(first: str, second: str) -> int:
    count = 0
    for left, right in zip(first, second, strict=False):
        if left != right:
            break
        count += 1
    return count
