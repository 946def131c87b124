"""The words of reporting: who says, how it is said, and on whose word something is told.

Read by ``extract/quotes.py`` and its neighbours. Entries are lemmas in lower case unless said otherwise.
"""

from functools import cache

import msgspec

from cronistoria.languages.tables import load_table


class CompoundCue(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A reporting expression of two words ("make clear"): the word of ``lemmas`` with one of ``companions`` near it.

    ``cue`` is the lemma that the record shows. Forms count as well as lemmas.
    """

    lemmas: frozenset[str]
    companions: frozenset[str]
    cue: str


class QuoteWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """All of a language.

    ``says``: verbs that report a clause. ``acts``: speech acts whose words may be quoted ("condemn", "urge").
    ``judges``: verbs that say what somebody holds something to be ("call", "definire"). ``beliefs``: verbs that tell a
    thought, no utterance. ``directs``: verbs of asking, whose clause is a demand or a question and no statement;
    ``commits``: those whose infinitive is a deed to come. ``tells``: reporting verbs
    whose noun object is what was said ("announce a ceasefire"); ``facts``: those that vouch for a fact ("confirm").
    ``emerges``: verbs whose source is an oblique ("it emerged from"). ``stems``: beginnings of the forms of these
    verbs, for words whose lemma went wrong. ``compounds``: cues of two words. ``carriers``: verbs whose infinitive is
    still said ("want to stress"). ``nouns``: cue nouns. ``papers``: nouns of written sources. ``according``: the
    words before a source ("according to"); ``viewpoint``: those that need a party and a comma ("per"); ``as_told``:
    those that need a verb of telling ("como informó X"). ``own``: words that make the source the
    subject ("nach eigenen Angaben"). ``possessed``: the first with a possessive for the source,
    which "…" stands for ("по … словам"). ``sourced``: those of all these that name where something is known from and
    nobody's words ("по данным").
    ``quoted_amount``: the pronoun between such words and a verb ("secondo quanto riferisce"). ``agent_cases``,
    ``audience_cases``, ``source_cases``, ``genitive``: adpositions. ``audience_objects``: verbs whose object is told.
    ``anaphors``: pronouns for what was just told; ``news``: nouns for it. ``interviews``: nouns for a talk of
    questions and answers. ``persons``: nouns of people who speak,
    ``outlets`` of those who publish. ``cites``: verbs of relaying. ``spokespeople``, ``behalf``: nouns.
    ``names``: nouns whose marked apposition is a name; ``named``: words that say that what follows is one ("known as").
    ``complementisers``: words that open a reported clause; ``infinitive_marks``: adpositions that open a reported
    infinitive. ``elisions``: words that begin with an apostrophe. ``closing``: openings of a sentence that gives the
    quotation before it to somebody ("with these words"). ``bare_clauses``: a reported clause needs no word to open it.
    ``questions``, ``answers``: what stands before them in an interview ("Q", "Risposta").
    ``inserting``: words that open an insertion that tells who says so ("как заявил посол").
    ``commas``: what a verb reports stands behind a comma. ``as_marks``: what opens a clause that only
    says who says so ("wie"); ``said_so``: what opens such a source without a verb ("so der Sprecher").
    ``impersonal``: verbs of saying whose subject is nobody and
    whose source is an oblique ("heißt es"). ``according_behind``: adpositions behind a source ("Medien zufolge").
    ``clausal``: those of ``says`` that report a clause and hardly ever a thing, if ``bare_clauses``.
    ``shows``: verbs that report a clause if their subject is one of ``papers`` ("the survey showed that").
    """

    says: frozenset[str]
    acts: frozenset[str]
    judges: frozenset[str]
    beliefs: frozenset[str]
    directs: frozenset[str]
    commits: frozenset[str]
    tells: frozenset[str]
    facts: frozenset[str]
    emerges: frozenset[str]
    stems: tuple[str, ...]
    compounds: tuple[CompoundCue, ...]
    carriers: frozenset[str]
    nouns: frozenset[str]
    papers: frozenset[str]
    according: tuple[str, ...]
    viewpoint: tuple[str, ...]
    as_told: tuple[str, ...] = ()
    quoted_amount: frozenset[str]
    agent_cases: frozenset[str]
    audience_cases: frozenset[str]
    source_cases: frozenset[str]
    genitive: frozenset[str]
    audience_objects: frozenset[str]
    anaphors: frozenset[str]
    news: frozenset[str]
    interviews: frozenset[str]
    persons: frozenset[str]
    outlets: frozenset[str]
    cites: frozenset[str]
    spokespeople: frozenset[str]
    behalf: frozenset[str]
    names: frozenset[str]
    named: frozenset[str]
    complementisers: frozenset[str]
    infinitive_marks: frozenset[str]
    elisions: frozenset[str]
    closing: tuple[str, ...]
    bare_clauses: bool
    questions: frozenset[str]
    answers: frozenset[str]
    possessed: tuple[str, ...] = ()
    own: frozenset[str] = frozenset()
    sourced: frozenset[str] = frozenset()
    inserting: frozenset[str] = frozenset()
    commas: bool = False
    as_marks: frozenset[str] = frozenset()
    said_so: frozenset[str] = frozenset()
    impersonal: frozenset[str] = frozenset()
    according_behind: frozenset[str] = frozenset()
    clausal: frozenset[str] = frozenset()
    shows: frozenset[str] = frozenset()
    channels: frozenset[str] = frozenset()
    mouths: frozenset[str] = frozenset()
    examples: tuple[str, ...]


@cache
def load_quote_words(language: str) -> QuoteWords:
    """The quotes table of a language."""
    return load_table(language, "quotes", QuoteWords)
