"""What a reader sees around entries: titles, tables, reasons. A section of ``labels.toml`` that a language may lack.

Templates name their places in braces. A name comes with its article, merged with the preposition before it.
"""

import msgspec

from cronistoria.model.entry import AppointmentStatus, CommitmentStatus, LinkType
from cronistoria.model.judgement import Act
from cronistoria.model.record import Channel


class ChronicleLabels(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """``articles``: by code of an actor; ``article_rules``: by pattern of a state's name, the first that fits.

    ``parties``: article and name of parties that have none of their own, by what they are, and of bodies, by code.
    ``prepositions``: preposition -> article -> what stands before the name. ``sentences``: titles by channel, status,
    type of position, posture and PLOVER event, for one party and for several; ``unknown`` where nobody is named.
    ``nouns`` and ``bare_nouns``: a contact with and without its article. ``fields``: of disagreements. ``features``:
    what is compared when two tellings are held together. ``subject``: names of the keys of ``subjects.toml``.
    ``tables``, ``table_columns``: names of `export.tables` and their columns.
    ``fallback``: whether entries are told in this language where nobody asked for another; true of one.
    """

    and_: str = msgspec.field(name="and")
    more: str
    of_country: str
    sources: str
    source_count: tuple[str, str]
    subjects: str
    condition: str
    on_request: str
    at: str
    negated: str
    modality: str
    toll: str
    amount: str
    nothing: str
    told_by: str
    in_document: str
    in_place_of: str
    between: str
    unknown_outlet: str
    both: str
    subject_shared: str
    only: str
    contradicted: str
    against: str
    reported: str
    as_of: str
    by_person: str
    outlets_and_more: str
    articles: dict[str, str]
    article_rules: dict[str, str]
    parties: dict[str, tuple[str, str]]
    prepositions: dict[str, dict[str, str]]
    sentences: dict[str, tuple[str, ...]]
    nouns: dict[Channel, str]
    bare_nouns: dict[Channel, str]
    columns: dict[str, str]
    headings: dict[str, str]
    status: dict[CommitmentStatus | AppointmentStatus, str]
    grounds: dict[str, str]
    links: dict[LinkType, str]
    fields: dict[str, str]
    features: dict[str, str]
    acts: dict[Act, str]
    subject: dict[str, str]
    tables: dict[str, str]
    table_columns: dict[str, str]
    fallback: bool = False
