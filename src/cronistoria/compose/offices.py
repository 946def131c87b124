"""Offices: which of them are meant by a looser word, which are of more weight, and who is in office at a date.

Office keys are those of the reference tables ("foreign_minister"); a key that is the end of another is the looser one.
"""

from collections.abc import Iterable

from cronistoria.model.dates import Date
from cronistoria.reference.world import Tenure

# the offices that a bare surname or "the leader" may mean, those of more weight first
WEIGHTY = (
    "supreme_leader", "pope", "president", "monarch", "prime_minister", "chancellor", "secretary_general",
    "leader", "commission_president", "council_president", "high_representative", "foreign_minister",
    "director_general", "vice_president", "defence_minister", "crown_prince", "national_security_adviser",
    "security_council_secretary", "spokesperson", "foreign_spokesperson",
)  # fmt: skip
LEADERS = frozenset(
    {"supreme_leader", "pope", "president", "monarch", "prime_minister", "chancellor", "leader"}
)  # fmt: skip
# offices of bodies whose holders are told of as presidents
PRESIDING = frozenset({"commission_president", "council_president"})
LOOSE = frozenset({"minister", "spokesperson", "adviser"})
LONGEST_OPEN_TENURE = 25
# offices that one body gives to several persons at a time: a holder is known only if there is one alone
SHARED = frozenset(
    {"spokesperson", "deputy_prime_minister", "deputy_foreign_minister", "deputy_defence_minister", "ambassador",
     "permanent_representative", "vice_president", "adviser", "minister", "deputy_minister", "special_envoy",
     "foreign_spokesperson", "defence_spokesperson", "security_spokesperson", "negotiator", "commander", "general",
     "deputy", "member", "lawmaker", "judge", "prosecutor", "governor", "mayor", "prince", "religious_leader",
     "party_leader", "opposition_leader", "committee_chair", "commissioner", "under_secretary", "high_commissioner",
     "leader", "consul", "charge_daffaires", "delegation_head", "director_general"}
)  # fmt: skip
# offices that only states have, and people at home: of the state that a report is about
DOMESTIC = frozenset(
    {"minister", "deputy_minister", "deputy_foreign_minister", "deputy_defence_minister", "foreign_minister",
     "defence_minister", "interior_minister", "finance_minister", "justice_minister", "prime_minister", "governor",
     "deputy_prime_minister", "chief_of_defence", "general", "lawmaker", "mayor", "foreign_spokesperson",
     "defence_spokesperson", "opposition_leader", "party_leader", "national_security_adviser", "security_minister",
     "energy_minister", "information_minister", "intelligence_chief", "central_bank_governor", "acting_president",
     "deputy_foreign_spokesperson", "security_council_secretary", "commander"}
)  # fmt: skip

# offices that one body gives to somebody for each place: the body alone does not tell who is meant
POSTED = frozenset({"ambassador", "consul", "charge_daffaires"})
# the office in a state of those who have no state's: whose counterpart a minister is
PEERS = {"high_representative": "foreign_minister"}


def office_fits(looser: str, office: str) -> bool:
    """Whether an office may be meant by a word for offices.

    >>> office_fits("minister", "foreign_minister"), office_fits("president", "vice_president")
    (True, False)
    """
    if looser == office:
        return True
    if looser == "leader":
        return office in LEADERS
    if looser == "president":
        return office in PRESIDING
    if looser == "deputy_minister":
        return office in ("deputy_foreign_minister", "deputy_defence_minister")
    return looser in LOOSE and office.endswith(f"_{looser}") and not office.startswith(("deputy_", "prime_"))


def weight(office: str) -> int:
    """The rank of an office, 0 for those of no particular weight."""
    return len(WEIGHTY) - WEIGHTY.index(office) if office in WEIGHTY else 0


def role_of(office: str) -> str:
    """An office key as the role of an actor."""
    return office.replace("_", " ")


def office_of(role: str | None) -> str:
    """The office key of an actor's role, empty if it has none."""
    return (role or "").replace(" ", "_")


def is_in_office(tenure: Tenure, at: Date | None) -> bool:
    """Whether a tenure covers some day of a date; one without an end lasts a generation at most, unless it leads."""
    if at is None or at.start is None or at.end is None or not tenure.holds(at.start, at.end):
        return False
    if tenure.end or tenure.office in LEADERS:
        return True
    return int(at.start[:4]) - int((tenure.start or "0000")[:4]) <= LONGEST_OPEN_TENURE


def holders_in_office(holders: Iterable[Tenure], office: str) -> tuple[Tenure, ...]:
    """The holder whom an office without a name means: the latest to begin, nobody if the office has several."""
    listed = () if office in POSTED else tuple(holders)
    persons = {h.wikidata or h.name for h in listed}
    return listed[:1] if listed and (len(persons) == 1 or office not in SHARED) else ()


def peer_of(role: str, states: Iterable[str]) -> str:
    """The office of somebody's counterpart in a state: that of a union's high representative is a foreign minister."""
    office = office_of(role)
    return PEERS.get(office, office) if any(True for _ in states) else office
