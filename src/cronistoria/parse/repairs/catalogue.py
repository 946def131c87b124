"""What is put right in the trees of a parser before anything is read from them, step by step.

Sentences come in, sentences with the same words go out. Each step mends one thing that treebanks write otherwise or
parsers often get wrong, and may count on the steps before it; a further one is a module and a line below.
"""

from collections.abc import Callable

from cronistoria.model.sentence import Sentence
from cronistoria.parse.repairs.adjectives import with_predicates
from cronistoria.parse.repairs.apart import with_objects_apart
from cronistoria.parse.repairs.appended import with_appended
from cronistoria.parse.repairs.articles import with_definite_articles
from cronistoria.parse.repairs.bare_datives import with_bare_datives
from cronistoria.parse.repairs.bare_numbers import with_bare_numbers
from cronistoria.parse.repairs.bare_objects import with_bare_objects
from cronistoria.parse.repairs.cases import with_fitting_cases
from cronistoria.parse.repairs.colons import with_told_behind_colons
from cronistoria.parse.repairs.complements import with_complements
from cronistoria.parse.repairs.conditions import with_conditions_attached
from cronistoria.parse.repairs.conventions import with_conventions
from cronistoria.parse.repairs.coordination import with_coordinated_clauses
from cronistoria.parse.repairs.dative_names import with_dative_names
from cronistoria.parse.repairs.denied_words import with_denied_words
from cronistoria.parse.repairs.entities import with_parted_names, with_places
from cronistoria.parse.repairs.fronted import with_fronted_clauses
from cronistoria.parse.repairs.fronted_objects import with_fronted_objects
from cronistoria.parse.repairs.function_words import with_function_words
from cronistoria.parse.repairs.genitives import with_genitive_names
from cronistoria.parse.repairs.glued_names import with_glued_names
from cronistoria.parse.repairs.hashtags import with_hashtags_apart
from cronistoria.parse.repairs.impersonals import with_impersonal_passives
from cronistoria.parse.repairs.insertions import with_insertions
from cronistoria.parse.repairs.inversion import with_inverted_objects
from cronistoria.parse.repairs.late_objects import with_late_objects
from cronistoria.parse.repairs.late_subjects import with_late_subjects
from cronistoria.parse.repairs.line_times import with_line_times
from cronistoria.parse.repairs.members import with_members
from cronistoria.parse.repairs.misread import with_misread_verbs
from cronistoria.parse.repairs.misread_nouns import with_misread_nouns
from cronistoria.parse.repairs.neighbours import with_neighbours_apart
from cronistoria.parse.repairs.noun_phrases import with_inner_words
from cronistoria.parse.repairs.openings import with_openings
from cronistoria.parse.repairs.paired_titles import with_paired_titles
from cronistoria.parse.repairs.participles import with_agreeing_participles
from cronistoria.parse.repairs.partitives import with_partitives
from cronistoria.parse.repairs.places import with_single_places
from cronistoria.parse.repairs.preposed_subjects import with_preposed_subjects
from cronistoria.parse.repairs.quoted_verbs import with_quoted_verbs
from cronistoria.parse.repairs.relative_objects import with_relative_objects
from cronistoria.parse.repairs.relatives import with_relatives
from cronistoria.parse.repairs.replies import with_replies
from cronistoria.parse.repairs.states import with_states
from cronistoria.parse.repairs.stray_arguments import with_stray_arguments
from cronistoria.parse.repairs.subtypes import with_subtypes
from cronistoria.parse.repairs.telling import with_further_telling
from cronistoria.parse.repairs.titles import with_coordinated_titles
from cronistoria.parse.repairs.topics import with_topics
from cronistoria.parse.repairs.unnamed_doers import with_unnamed_doers
from cronistoria.parse.repairs.verb_forms import with_moods, with_numbers
from cronistoria.parse.repairs.verdicts import with_verdicts
from cronistoria.parse.repairs.voice import with_active_verbs
from cronistoria.parse.repairs.weekdays import with_weekdays
from cronistoria.parse.trees import is_tree

Sentences = tuple[Sentence, ...]
Repair = Callable[[Sentences, str], Sentences]


def _in_all_languages(repair: Callable[[Sentences], Sentences]) -> Repair:
    return lambda sentences, _: repair(sentences)


REPAIRS: tuple[Repair, ...] = (
    with_function_words,
    _in_all_languages(with_line_times),
    _in_all_languages(with_hashtags_apart),
    with_parted_names,
    with_places,
    _in_all_languages(with_inner_words),
    with_single_places,
    _in_all_languages(with_predicates),
    with_glued_names,
    with_misread_nouns,
    with_definite_articles,
    with_neighbours_apart,
    _in_all_languages(with_quoted_verbs),
    _in_all_languages(with_preposed_subjects),
    _in_all_languages(with_fronted_objects),
    _in_all_languages(with_inverted_objects),
    with_unnamed_doers,
    _in_all_languages(with_stray_arguments),
    with_genitive_names,
    with_dative_names,
    with_fitting_cases,
    with_impersonal_passives,
    with_misread_verbs,
    with_moods,
    with_numbers,
    with_active_verbs,
    with_late_subjects,
    with_late_objects,
    with_subtypes,
    with_conventions,
    with_objects_apart,
    with_replies,
    _in_all_languages(with_fronted_clauses),
    with_partitives,
    with_bare_numbers,
    with_openings,
    with_relatives,
    with_relative_objects,
    _in_all_languages(with_members),
    with_complements,
    with_states,
    with_verdicts,
    with_told_behind_colons,
    with_denied_words,
    with_bare_objects,
    with_bare_datives,
    with_conditions_attached,
    with_further_telling,
    with_paired_titles,
    with_coordinated_titles,
    _in_all_languages(with_topics),
    _in_all_languages(with_coordinated_clauses),
    with_weekdays,
    with_insertions,
    with_appended,
    _in_all_languages(with_agreeing_participles),
)


def repaired(sentences: Sentences, language: str) -> Sentences:
    """The sentences of a report after all repairs; a repair that would tie words into a circle is not made."""
    for repair in REPAIRS:
        mended = zip(sentences, repair(sentences, language), strict=True)
        sentences = tuple(new if new is old or is_tree([t.head for t in new.tokens]) else old for old, new in mended)
    return sentences
