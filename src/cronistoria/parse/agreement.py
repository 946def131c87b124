"""A check on trees by a dictionary of word forms: what a form cannot be, the network's guess gives way to.

The words of a sentence come in and go out: an impossible lemma becomes a possible one, so does a case or a number; a
nominative is no object, an instrumental or dative no subject, and a genitive behind a noun is that noun's; a name
that reads like an adjective is of no noun in another case.
"""

import msgspec

from cronistoria.languages.dictionary import Analysis, Dictionary, plain_letters
from cronistoria.model.sentence import Token

CHECKED = frozenset({"NOUN", "PROPN", "ADJ", "VERB", "AUX"})
NOMINALS = frozenset({"NOUN", "PROPN"})
SUBJECTLESS = {"Dat": "iobj", "Ins": "obl", "Loc": "obl"}
SHORTEST = 2
SHORTEST_NAME = 4
MISREAD = frozenset({"ADV", "ADJ", "NOUN"})
NO_NAMES = frozenset({"ADV", "VERB", "SCONJ", "INTJ"})
SUBJECTS = frozenset({"nsubj", "csubj"})
IMPERSONAL = {"Mood": "Ind", "Person": "0", "Tense": "Past", "VerbForm": "Fin"}


def checked_words(tokens: tuple[Token, ...], dictionary: Dictionary | None) -> tuple[Token, ...]:
    """The words with what the dictionary rules out made good; as they are without a dictionary."""
    if dictionary is None:
        return tokens
    checked = tuple(_plain(_checked(token, dictionary)) for token in tokens)
    related = tuple(_related(token, checked, dictionary) for token in checked)
    named = tuple(_named(token, related) for token in related)
    return tuple(_attached(token, named) for token in named)


def _plain(token: Token) -> Token:
    """A lemma in the letters of most reports ("самолёт" is listed as "самолет")."""
    lemma = plain_letters(token.lemma)
    return token if lemma == token.lemma else msgspec.structs.replace(token, lemma=lemma)


def _checked(token: Token, dictionary: Dictionary) -> Token:
    token = _as_name(_as_noun(_as_verb(token, dictionary), dictionary), dictionary)
    if token.upos not in CHECKED or len(token.form) < SHORTEST or not token.form[-1].isalpha() or token.form.isascii():
        return token
    if token.form.isupper() or (token.upos != "PROPN" and not dictionary.knows(token.form)):
        return token
    fitting = [a for a in dictionary.analyses(token.form) if token.upos in a.upos]
    if not fitting:
        return token
    low = plain_letters(token.lemma.lower())
    best = max(fitting, key=lambda a: (a.lemma == low, _agreement(a, token), -fitting.index(a)))
    if not dictionary.knows(token.form):
        return msgspec.structs.replace(token, feats=_feats(token, best, fitting))
    lemma = best.lemma
    if token.upos == "PROPN" and token.form[0].isupper():
        lemma = "-".join(part.capitalize() for part in lemma.split("-"))
    return msgspec.structs.replace(
        token, lemma=token.lemma if best.lemma == low else lemma, feats=_feats(token, best, fitting)
    )


def _as_verb(token: Token, dictionary: Dictionary) -> Token:
    """A form that is nothing but a finite verb ("вижене"), or one without a subject ("заплановано"), as one.

    The latter tells what was done, also where a treebank gives it no tense.
    """
    if token.feats.get("Person") == "0" and token.feats.get("VerbForm") == "Fin" and "Tense" not in token.feats:
        return msgspec.structs.replace(token, feats=token.feats | {"Tense": "Past"})
    if token.upos not in MISREAD or token.form.isascii() or not dictionary.knows(token.form):
        return token
    analyses = dictionary.analyses(token.form)
    if all(a.impersonal for a in analyses):
        return msgspec.structs.replace(token, upos="VERB", lemma=analyses[0].lemma, feats=IMPERSONAL)
    if token.form[0].isupper() or not all("VERB" in a.upos and a.tense and a.number for a in analyses):
        return token
    feats = {"Mood": "Ind", "VerbForm": "Fin"} | _agreed(list(analyses))
    return msgspec.structs.replace(token, upos="VERB", lemma=analyses[0].lemma, feats=feats)


def _as_name(token: Token, dictionary: Dictionary) -> Token:
    """A word with a capital that no dictionary knows, taken for an adverb or a verb ("Дагло"), as a name."""
    if token.upos not in NO_NAMES or token.form.isascii() or not token.form[0].isupper() or token.form.isupper():
        return token
    if len(token.form) < SHORTEST_NAME or not token.form.isalpha() or dictionary.knows(token.form):
        return token
    relation = "nsubj" if token.relation in ("advmod", "discourse") else token.deprel
    return msgspec.structs.replace(token, upos="PROPN", lemma=token.form, deprel=relation, feats={"Number": "Sing"})


def _as_noun(token: Token, dictionary: Dictionary) -> Token:
    """A form that a parser took for an adverb and that is none ("Встречу провели") as a noun, an object if bare.

    So is a subject that it took for an adposition ("Встреча").
    """
    if token.upos == "ADP" and token.relation in SUBJECTS and dictionary.knows(token.form):
        named = [a for a in dictionary.analyses(token.form) if a.case == "Nom" and "NOUN" in a.upos]
        told = {"Case": "Nom", "Number": named[0].number, "Gender": named[0].gender} if named else {}
        feats = {key: value for key, value in told.items() if value}
        return msgspec.structs.replace(token, upos="NOUN", lemma=named[0].lemma, feats=feats) if named else token
    if token.upos != "ADV" or token.relation != "advmod" or token.form.isascii() or not dictionary.knows(token.form):
        return token
    analyses = [a for a in dictionary.analyses(token.form) if a.case is not None and "NOUN" in a.upos]
    if dictionary.may_be_adverb(token.form) or not analyses or analyses[0].case not in ("Acc", "Nom"):
        return token
    best = next((a for a in analyses if a.case == "Acc"), analyses[0])
    feats = {"Case": "Acc", "Number": best.number or "Sing", "Animacy": "Inan"} | (
        {"Gender": best.gender} if best.gender else {}
    )
    return msgspec.structs.replace(token, upos="NOUN", lemma=best.lemma, deprel="obj", feats=feats)


def _agreement(analysis: Analysis, token: Token) -> int:
    """How many of the features a reading shares with the network's."""
    pairs = ((analysis.number, "Number"), (analysis.case, "Case"), (analysis.gender, "Gender"))
    return sum(value is not None and value == token.feats.get(name) for value, name in pairs)


def _feats(token: Token, best: Analysis, fitting: list[Analysis]) -> dict[str, str]:
    """The features, with case and number of the best reading where no reading has those of the network.

    A finite verb has the tense, aspect and number that its readings agree on; a plural shows no gender.
    """
    if token.feats.get("VerbForm") == "Fin":
        feats = token.feats | _agreed(fitting)
        return {k: v for k, v in feats.items() if k != "Gender"} if feats.get("Number") == "Plur" else feats
    if token.upos not in NOMINALS or best.case is None or best.number is None:
        return token.feats
    own = (token.feats.get("Case"), token.feats.get("Number"))
    if any((a.case, a.number) == own for a in fitting if a.lemma == best.lemma):
        return token.feats
    return token.feats | {"Case": best.case, "Number": best.number}


def _agreed(fitting: list[Analysis]) -> dict[str, str]:
    """Tense, aspect and number, as far as all readings have the same; tense and aspect may be left open by some."""
    tenses, aspects = {a.tense for a in fitting if a.tense}, {a.aspect for a in fitting if a.aspect}
    numbers = {a.number or "" for a in fitting}
    pairs = (("Tense", tenses), ("Aspect", aspects), ("Number", numbers if "" not in numbers else set()))
    return {name: next(iter(values)) for name, values in pairs if len(values) == 1}


def _related(token: Token, tokens: tuple[Token, ...], dictionary: Dictionary) -> Token:
    """The word with another relation where its form can only be subject or can be none."""
    if token.upos not in NOMINALS or token.relation not in ("nsubj", "obj", "iobj"):
        return token
    if token.form.isupper() or not dictionary.knows(token.form):
        return token
    cases = {a.case for a in dictionary.analyses(token.form) if token.upos in a.upos}
    if cases == {"Nom"} and token.relation in ("obj", "iobj") and not _has_subject(token.head, tokens):
        return msgspec.structs.replace(token, deprel="nsubj")
    other = SUBJECTLESS.get(token.feats.get("Case", ""))
    if token.relation != "iobj" and other and cases <= set(SUBJECTLESS):
        return msgspec.structs.replace(token, deprel=other)
    return token


def _named(token: Token, tokens: tuple[Token, ...]) -> Token:
    """A surname that reads like an adjective, in the nominative before a noun in another case, is the subject."""
    if token.upos != "ADJ" or token.entity == "O" or token.relation != "amod" or token.feats.get("Case") != "Nom":
        return token
    noun = tokens[token.head]
    verb = tokens[noun.head] if noun.head >= 0 else None
    if noun.feats.get("Case") in (None, "Nom") or verb is None or verb.upos != "VERB" or not token.form[0].isupper():
        return token
    if _has_subject(verb.index, tokens):
        return token
    return msgspec.structs.replace(token, upos="PROPN", head=verb.index, deprel="nsubj")


def _attached(token: Token, tokens: tuple[Token, ...]) -> Token:
    """A bare genitive right behind a noun with an adposition belongs to it ("в ходе переговоров")."""
    before = tokens[token.index - 1] if token.index else None
    if before is None or token.upos not in NOMINALS or token.feats.get("Case") != "Gen":
        return token
    others = any(t.relation == "nsubj" and t.head == token.head and t is not token for t in tokens)
    if token.relation != "obl" and not (token.relation == "nsubj" and others):
        return token
    governed = any(t.head == before.index and t.relation == "case" for t in tokens)
    free = not any(t.head == token.index and t.relation == "case" for t in tokens)
    if before.upos == "NOUN" and before.head == token.head and governed and free:
        return msgspec.structs.replace(token, head=before.index, deprel="nmod")
    return token


def _has_subject(head: int, tokens: tuple[Token, ...]) -> bool:
    return any(t.head == head and t.relation in ("nsubj", "csubj") for t in tokens)
