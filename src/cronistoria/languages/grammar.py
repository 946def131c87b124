"""What the grammar of a language needs beyond Universal Dependencies: negators, modal verbs, and a few switches."""

import msgspec

from cronistoria.languages.tables import load_table


class Unmarked(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What the treebank of a language leaves unmarked, and the lemmas that tell it.

    ``relatives``: pronouns of relative clauses. ``passive``: auxiliaries of the passive; ``agents``: adpositions of its
    doers. ``addressees``: the adposition of addressees, which the treebank may call objects. ``pronominal``: verbs
    whose reflexive pronoun is part of them and makes no passive. ``periphrases``: verbs that are auxiliaries of an
    infinitive behind a mark ("va a firmar"), and the mark. ``adverbs``: forms that are adverbs where they stand alone.
    ``subordinators``: forms that open the clause of a wish. ``conjunctions``: those of several words; ``nouns``: nouns
    of several words, which the first heads ("alto el fuego").
    """

    relatives: frozenset[str]
    passive: frozenset[str]
    agents: frozenset[str]
    addressees: frozenset[str]
    pronominal: frozenset[str]
    periphrases: dict[str, str]
    adverbs: frozenset[str]
    subordinators: frozenset[str]
    conjunctions: tuple[str, ...]
    nouns: tuple[str, ...] = ()


class FormRule(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Forms of one mood and tense: patterns of the lemma, whose group is the stem, and of the form, with ``{stem}``."""

    lemma: str
    form: str
    feats: str


class Conjugation(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """How forms tell mood and tense, or that they are not finite, the first rule that fits counting.

    ``alternations``: what stems may become before an ending, as pairs of a pattern and what takes its place.
    ``irregular``: lemma -> stems before ``irregular_endings``, by which its forms are known ("devoir": "devr").
    ``examples``: form -> lemma and features.
    """

    irregular: dict[str, tuple[str, ...]] = {}
    irregular_endings: tuple[str, ...] = ()
    alternations: tuple[tuple[str, str], ...]
    rules: tuple[FormRule, ...]
    examples: dict[str, tuple[str, str]]


class VerbForms(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What the treebanks of a language leave out or write otherwise (`cronistoria.parse.repairs.conventions`).

    Forms and lemmas in lower case. ``particles``: what may stand apart from its verb, ``adverbs``: those of them that
    also stand for themselves; ``inseparable``: what opens verbs whose participle may be like their infinitive;
    ``inner_mark``: the mark of the infinitive between the two. ``determiners``: those with
    the form of one case only, by number and case; ``oblique``: those that no accusative has.
    ``infinitive_endings``: of infinitives. ``perfect``, ``passive``:
    auxiliaries; ``active``: endings of verbs without a passive, whose perfect looks like one; ``active_perfect``:
    auxiliaries that no passive has; ``agents``: adpositions of who does what is done. ``verb_first``: a clause that
    opens with its verb may be a condition, ``conditional``:
    forms that open one behind its main clause. ``irregular``: lemmas of forms that word lists lack, which may follow a
    particle. ``present_endings``: how the third person singular of a present ends, ``presents``: those that do
    not, ``pasts``: pasts that end so too. ``participle``: what participles begin with. ``unreal``: finite forms of what
    is not so; ``quotative``: those of what somebody else says, ``quotative_endings``: their endings, and those of the
    lemma for each ("komme", "kommen"; "fordere", "fordern").
    """

    particles: frozenset[str] = frozenset()
    adverbs: frozenset[str] = frozenset()
    inseparable: tuple[str, ...] = ()
    inner_mark: str = ""
    determiners: dict[str, dict[str, frozenset[str]]] = {}
    oblique: frozenset[str] = frozenset()
    infinitive_endings: tuple[str, ...] = ()
    perfect: frozenset[str] = frozenset()
    passive: frozenset[str] = frozenset()
    agents: frozenset[str] = frozenset()
    participle: str = ""
    unreal: frozenset[str] = frozenset()
    quotative: frozenset[str] = frozenset()
    active: tuple[str, ...] = ()
    active_perfect: frozenset[str] = frozenset()
    verb_first: bool = False
    conditional: frozenset[str] = frozenset()
    irregular: dict[str, str] = {}
    present_endings: tuple[str, ...] = ()
    presents: frozenset[str] = frozenset()
    pasts: frozenset[str] = frozenset()
    quotative_endings: dict[str, tuple[str, ...]] = {}


class Grammar(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Lemmas unless said otherwise, in lower case.

    ``negators``: words that deny the verb they modify; ``negating_marks``: those that open a clause and deny it.
    ``negative_determiners``: those of what there is none of ("no", "nessuno"); alone for "no one" too.
    ``lasting``: adverbs that deny a verb with a negator of their own ("no longer", "nicht mehr").
    ``weak_negators``: those that deny alone only in the indicative and without a word of ``restrictors``
    ("ne ... que").
    ``possibility``, ``necessity``, ``volition``: modal verbs. ``possibility_adverbs``: "forse", "maybe".
    ``future_auxiliaries``: verbs that make a future of the verb they
    govern. ``planning``: verbs and nouns that make a plan of what they govern ("intend to", "prevedere").
    ``conditional_is_hearsay``: a conditional mood in a main clause may mean "it is said". ``simple_future_in_past``:
    what was still to come is told in its simple form ("dijo que iría"), not in the perfect ("disse che sarebbe
    andato").
    ``conditional_auxiliaries``: where the conditional mood is made with a verb ("would");
    ``future_in_past_auxiliaries``: those that, without a condition, tell what was still to come ("he would go"),
    ``arranging_auxiliaries`` those that do before a marked infinitive ("they are to meet").
    ``conditional_markers``: subordinators of conditions, ``ending_markers``: those of what ends a thing ("until").
    ``perfect_markers``: those of conditions before a perfect that tells of the past ("quando è venuto").
    ``light_verbs``: verbs that leave the meaning to their noun
    object ("fare una telefonata", "hold talks"). ``subject_pronouns``, ``reciprocals``, ``relatives`` as they say.
    ``own_possessives``: those of the first person ("nostro"); ``reflexive_possessives``: of the nearest party.
    ``pair_words``: words that mean two told before, alone or as their number ("both", "i due"),
    ``pair_people``: nouns that say no more of them ("both men"), ``each_words``: those of all of some, one by one.
    ``drops_subjects``: a
    finite verb without a subject has one that is not spoken. ``past_shows_number``: past forms tell one from several.
    ``natural_gender``: only persons are "he" or "she". ``partitives``: adpositions that look like the article of
    several ("des"). ``misread_verbs``: forms of verbs that parsers take for other words, and their lemmas ("nie").
    ``participle_lemmas``: of forms that, as participles, are only that word's ("detta": "dire").
    ``nobody``: pronouns of an unnamed speaker, whom the place beside the verb tells ("on dit à Paris");
    ``place_pronouns``: pronouns that mean no person ("y").
    ``latter_words``: heads of a phrase that means the one told of last ("quest'ultimo"). ``impersonals``: verbs without
    a subject, and adjectives that take a clause for one ("bisogna", "è importante che").
    ``definiteness``: articles with what ``Definite`` says of them, where a treebank may leave it out.
    ``articles``: nouns have them; where they do not, a noun in the singular means one that is known unless it says
    otherwise. ``verb_second``: what stands before the verb need not be its subject. ``zero_copula``: a clause may have
    no verb ("on the coast now five ships"). ``having``: adpositions of who has what there is. ``bare_subjunctive``:
    what is wished stands in the bare form ("insist that he go"), ``past_subjunctive``: in the past ("чтобы он ушёл").
    ``gerund_complements``: gerunds may be what a verb is about ("denied using").
    ``failing``: verbs of what is tried and not done ("failed to agree").
    ``singular_ending``: that of verbs in the third person of the present, which the plural has not ("the police say").
    ``impersonal_sources``: adpositions of who speaks where a plural verb has no subject ("В МИД заявили").
    ``reflexive_ending``: what makes a verb reflexive or passive ("обвинять|ся").
    ``personal_objects``: adpositions of objects that are persons ("vio a Roe").
    ``third_possessives``: words for "his", "her", "their" -> the number and gender of the owner ("Sing Fem").
    ``object_pronouns``: forms that have one gender and number where they are objects ("le": "Fem Plur").
    ``mouthpieces``: nouns that speak or act for whom they belong to ("una nota del ministero"). ``unmarked``: what the
    treebank leaves unmarked, if it does (`parse.subtypes`). ``conjugation``: how verb forms tell mood and tense
    (`parse.verb_forms`). ``forms``: verb forms that the treebanks leave without features (`parse.conventions`).
    ``hearsay_auxiliaries``: those that make a rumour of a past below them ("soll getötet haben").
    ``unaccusatives``: verbs without a passive whose perfect looks like one ("è arrivata"). ``passive_auxiliaries``:
    what makes a passive of a verb that has an object. ``oblique_relatives``: relative pronouns that are no subjects.
    ``led_bodies``: nouns of bodies that a name behind them is the leader of ("l'amministrazione Roe").
    ``passive_participles``: endings of participles that a treebank has as adjectives -> those of the impersonal verb.
    ``name_genitive``: the ending of names in the genitive that stands on the name itself ("Putins").
    ``as_words``: adpositions before what somebody serves as ("as", "come").
    """

    negators: frozenset[str]
    negating_marks: frozenset[str]
    negative_determiners: frozenset[str]
    lasting: frozenset[str] = frozenset()
    weak_negators: frozenset[str] = frozenset()
    restrictors: frozenset[str] = frozenset()
    possibility: frozenset[str]
    necessity: frozenset[str]
    volition: frozenset[str]
    possibility_adverbs: frozenset[str]
    future_auxiliaries: frozenset[str]
    planning: frozenset[str]
    conditional_is_hearsay: bool
    simple_future_in_past: bool = False
    conditional_auxiliaries: frozenset[str]
    future_in_past_auxiliaries: frozenset[str] = frozenset()
    arranging_auxiliaries: frozenset[str] = frozenset()
    perfect_markers: frozenset[str] = frozenset()
    conditional_markers: frozenset[str]
    ending_markers: frozenset[str] = frozenset()
    light_verbs: frozenset[str]
    subject_pronouns: frozenset[str]
    reciprocals: frozenset[str]
    relatives: frozenset[str]
    own_possessives: frozenset[str]
    reflexive_possessives: frozenset[str]
    pair_words: frozenset[str]
    pair_people: frozenset[str] = frozenset()
    each_words: frozenset[str] = frozenset()
    drops_subjects: bool
    past_shows_number: bool = True
    natural_gender: bool = False
    partitives: frozenset[str] = frozenset()
    only_nouns: dict[str, str] = {}
    misread_verbs: dict[str, str] = {}
    participle_lemmas: dict[str, str] = {}
    nobody: frozenset[str] = frozenset()
    place_pronouns: frozenset[str] = frozenset()
    latter_words: frozenset[str]
    impersonals: frozenset[str]
    mouthpieces: frozenset[str]
    unmarked: Unmarked | None = None
    conjugation: Conjugation | None = None
    articles: bool = True
    verb_second: bool = False
    definiteness: dict[str, str] = {}
    zero_copula: bool = False
    having: frozenset[str] = frozenset()
    bare_subjunctive: bool = False
    singular_ending: str = ""
    gerund_complements: bool = False
    failing: frozenset[str] = frozenset()
    past_subjunctive: bool = False
    personal_objects: frozenset[str] = frozenset()
    impersonal_sources: frozenset[str] = frozenset()
    reflexive_ending: str = ""
    third_possessives: dict[str, str] = {}
    object_pronouns: dict[str, str] = {}
    as_words: frozenset[str] = frozenset()
    name_genitive: str = ""
    unaccusatives: frozenset[str] = frozenset()
    passive_auxiliaries: frozenset[str] = frozenset()
    oblique_relatives: frozenset[str] = frozenset()
    led_bodies: frozenset[str] = frozenset()
    passive_participles: dict[str, str] = {}
    examples: tuple[str, ...]
    hearsay_auxiliaries: frozenset[str] = frozenset()
    forms: VerbForms | None = None


def load_grammar(language: str) -> Grammar:
    """The grammar table of a language."""
    return load_table(language, "grammar", Grammar)
