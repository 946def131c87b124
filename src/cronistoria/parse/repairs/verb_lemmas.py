"""The infinitives of verb forms, by word list, irregular forms and endings, where parsers make up others."""

import msgspec

from cronistoria.languages.grammar import VerbForms
from cronistoria.model.sentence import Token
from cronistoria.parse.word_list import WordList

LEAST_STEM = 4


def with_known_lemma(token: Token, forms: VerbForms, words: WordList) -> Token:
    """A finite verb or participle whose lemma is no infinitive that is known, with the lemma listed for its form."""
    listed = words.lemma(token.lower) if token.feats.get("VerbForm") == "Fin" else None
    if _is_infinitive(token.lemma.lower(), forms, words) and not _is_of_another(token, listed, forms):
        return token
    listed = _irregular(token.lower, forms)
    if listed is None and token.feats.get("VerbForm") == "Fin":
        own = _of_present(token.lower, forms, words) if words.is_base(token.lower) else None
        listed = own or words.lemma(token.lower) or token.lower
    fits = listed is not None and listed != token.lower and listed.endswith(forms.infinitive_endings)
    return msgspec.structs.replace(token, lemma=listed) if fits else token


def _is_infinitive(lemma: str, forms: VerbForms, words: WordList) -> bool:
    """Whether a lemma is a known infinitive; participles that are adjectives, too, are listed by themselves."""
    return lemma.endswith(forms.infinitive_endings) and words.is_base(lemma)


def _of_present(form: str, forms: VerbForms, words: WordList) -> str | None:
    """The infinitive of a form of the present ("entsendet")."""
    stems = [form.removesuffix(ending) for ending in forms.present_endings if form.endswith(ending)]
    bases = [s + e[-1] for s in stems for e in forms.infinitive_endings if s.endswith(e[:-1])]
    bases += [stem + ending for stem in stems for ending in forms.infinitive_endings[:1]]
    return next((base for base in bases if words.is_base(base)), None)


def _is_of_another(token: Token, listed: str | None, forms: VerbForms) -> bool:
    """Whether the lemma is another verb's, with no letter of the form at its front where the listed one has it."""
    if listed is None or not listed.endswith(forms.infinitive_endings):
        return False
    return token.upos == "VERB" and token.lemma[:1].lower() != token.lower[0] == listed[0]


def _irregular(form: str, forms: VerbForms) -> str | None:
    """The lemma of an irregular form, alone or behind a particle."""
    for known, lemma in forms.irregular.items():
        particle = form.removesuffix(known)
        if form == known or (particle != form and particle in forms.particles):
            return particle + lemma if particle != form else lemma
    return None


def base_of(token: Token, forms: VerbForms, words: WordList) -> str | None:
    """The infinitive of a participle whose lemma is none, by the word list, behind its particle."""
    irregular = _irregular(token.lower, forms)
    if irregular is None and (_is_infinitive(token.lemma.lower(), forms, words) or not token.lower.isalpha()):
        return None
    stem = token.lower.removeprefix(forms.participle)
    listed = irregular or (_of_present(stem, forms, words) if stem != token.lower else None)
    listed = listed or words.lemma(token.lower) or token.lower
    if listed.endswith(forms.infinitive_endings) and listed != token.lower:
        return listed
    for particle in sorted(forms.particles, key=lambda p: (-len(p), p)):
        rest = token.lower.removeprefix(particle)
        base = (words.lemma(rest) if LEAST_STEM <= len(rest) < len(token.lower) else None) or rest
        if base != rest and base.endswith(forms.infinitive_endings):
            return particle + base
    return None
