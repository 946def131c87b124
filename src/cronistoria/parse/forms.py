"""What the form of a word says for certain: a base form, the subject behind an inserted verb, an article, an emoji.

The words of a sentence come in and go out; where a language's table names such forms, they count before the network's
guess. A language that names none keeps its words as they are, but for emoji.
"""

import re

import msgspec

from cronistoria.languages.words import Words
from cronistoria.model.sentence import Token
from cronistoria.parse.word_list import WordList

VERBAL = frozenset({"VERB", "AUX"})
_EMOJI = re.compile(
    r"(?:[\U0001f000-\U0001faff\u2600-\u27bf][\ufe0f\u200d]*|[\u2640\u2642]\ufe0f?)+|[:;]-?[()]+|\({2,}|\){2,}"
)


def told_by_form(tokens: tuple[Token, ...], table: Words, words: WordList) -> tuple[Token, ...]:
    """The words with the lemmas and relations that their forms tell."""
    tokens = tuple(_as_emoji(token) for token in tokens)
    if not (table.subject_clitics or table.verb_bases or table.inserted_subjects or table.irregular_verbs):
        return tokens
    based = tuple(_with_base(token, table, words) for token in tokens)
    told = tuple(_with_subject(token, based, table) for token in based)
    return tuple(_with_article(token, told, table) for token in told)


def _as_emoji(token: Token) -> Token:
    """A face or picture is a symbol beside what is said, as Universal Dependencies have it, no punctuation."""
    if token.form[0].isalnum() or token.head < 0 or _EMOJI.fullmatch(token.form) is None:
        return token
    return msgspec.structs.replace(token, upos="SYM", feats={}, deprel="discourse")


def _with_base(token: Token, table: Words, words: WordList) -> Token:
    """A verb whose lemma is no base form gets the first one that its ending and the word list allow.

    So does an adjective that is its own lemma, in the plural or where the word list names another ("pronte"), also one
    that was taken for a noun behind a verb that says of somebody what he is.
    """
    if token.upos == "NOUN" and token.deprel == "xcomp" and token.lemma.lower() == token.lower:
        base = _of_adjective(token, table, words)
        return msgspec.structs.replace(token, lemma=base, upos="ADJ") if base is not None else token
    if token.upos == "ADJ" and token.lemma.lower() == token.lower:
        plural = token.feats.get("Number") == "Plur"
        base = (_base(token, table.plural_adjectives, words) if plural else None) or _of_adjective(token, table, words)
        return msgspec.structs.replace(token, lemma=base) if base is not None else token
    if token.upos not in VERBAL:
        return token
    irregular = table.irregular_verbs.get(token.lower)
    if irregular is not None:
        return msgspec.structs.replace(token, lemma=irregular)
    if not table.verb_bases or token.lemma.lower().endswith(table.verb_bases):
        return token
    base = _listed(token, table, words) or _base(token, table.base_endings, words)
    return msgspec.structs.replace(token, lemma=base) if base is not None else token


def _of_adjective(token: Token, table: Words, words: WordList) -> str | None:
    """The adjective that is listed for a form of it; a verb's participle is none, where endings tell verbs apart."""
    base = words.lemma(token.lower) if table.verb_bases else None
    plain = base is not None and words.is_base(base) and not base.endswith(table.verb_bases)
    return base if plain and base != token.lower else None


def _listed(token: Token, table: Words, words: WordList) -> str | None:
    """The base form that is listed for the lemma, which is itself a form ("respinta", "respinto", "respingere")."""
    lemma = token.lemma.lower()
    base = table.irregular_verbs.get(lemma) or words.lemma(lemma)
    return base if base is not None and base.endswith(table.verb_bases) else None


def _base(token: Token, endings: dict[str, tuple[str, ...]], words: WordList) -> str | None:
    """The first base form that a table of endings gives and the word list knows."""
    for ending, bases in endings.items():
        stem = token.lower.removesuffix(ending)
        base = next((stem + b for b in bases if words.knows(stem + b)), None) if stem != token.lower else None
        if base is not None:
            return base
    return None


def _with_subject(token: Token, tokens: tuple[Token, ...], table: Words) -> Token:
    """A pronoun behind its verb is the subject, or repeats the one before; an inserted verb has a subject."""
    if _is_inverted(token, tokens, table):
        return msgspec.structs.replace(token, deprel="nsubj")
    if token.upos != "PRON" or token.lower not in table.subject_clitics or token.head < 0:
        return token
    other = any(t.head == token.head and t.relation == "nsubj" and t is not token for t in tokens)
    return msgspec.structs.replace(token, deprel="expl:subj" if other else "nsubj")


def _is_inverted(token: Token, tokens: tuple[Token, ...], table: Words) -> bool:
    """Whether what is called the object of an inserted verb must be its subject, since it has no other."""
    if not table.inserted_subjects or token.deprel != "obj" or token.upos not in ("NOUN", "PROPN"):
        return False
    verb = tokens[token.head]
    if verb.upos != "VERB" or verb.deprel != "parataxis" or token.index < verb.index:
        return False
    beside = [t for t in tokens if t.head == verb.index]
    finite = any(t.feats.get("VerbForm") == "Fin" for t in (verb, *beside) if t is verb or t.relation == "aux")
    return finite and not any(t.relation in ("nsubj", "csubj") or t.deprel == "expl:subj" for t in beside)


def _with_article(token: Token, tokens: tuple[Token, ...], table: Words) -> Token:
    """An adposition on an object is a part of the article ("déployer des chars")."""
    if token.relation != "case" or token.lower not in table.partitives or token.head < 0:
        return token
    return msgspec.structs.replace(token, deprel="det") if tokens[token.head].deprel == "obj" else token
