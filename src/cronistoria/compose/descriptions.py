"""Whom words without a name describe: the sides that something is between, persons by what they are.

Concept keys of the actors table come in and are sorted here into what they stand for. Institutions are listed there
(`cronistoria.languages.actors.INSTITUTIONS`); every other concept is of unnamed people, a group.
"""

# institutions that, without an owner, are those of the state that is told of
OF_THE_STATE_IN_FOCUS = frozenset(
    {"government", "regime", "authorities", "administration", "army", "armed_forces", "forces", "troops", "soldiers",
     "police", "security_forces", "parliament", "presidency", "country", "ministry", "air_force", "navy",
     "intelligence"}
)  # fmt: skip
# forces: told once whose, later ones of another word are of the same
FORCES = frozenset({"army", "armed_forces", "forces", "troops", "soldiers", "security_forces", "air_force", "navy"})
# people who, where they are of an armed group, are it
FIGHTERS = frozenset({"militias", "rebels", "terrorists", "separatists", "men", "armed_opposition", "opposition"})
# those of them who are no side of their own where one armed group is told of
REBELS = frozenset({"militias", "rebels", "terrorists", "separatists"})
# the two or more that something is between
SIDES = frozenset({"sides", "parties", "countries"})
# persons, by the office that they have: any if none is said
# the leaders of many states, of the alliance told of last if they are no number of them
HEADS = "leaders"
PERSONS: dict[str, str | None] = {"leaders": "leader", "interlocutor": None, "counterpart": None, "two": None}
# offices that somebody of another office may have for a while
TASKS = frozenset({"negotiator", "special_envoy"})
# ranks that the holder of any office may have
RANKS = frozenset({"general"})
COMMANDS = frozenset({"chief_of_defence", "commander", "defence_minister"})
COUNTERPARTS = frozenset({"counterpart"})
# those whose name may stand beside the words ("her Peruvian interlocutor, Doe")
NAMED_BESIDE = COUNTERPARTS | {"interlocutor"}
# people of whom a single one, if known, is a person told of before ("the official", "the Ankara diplomat")
ONE_PERSON = frozenset(
    {"officials", "diplomats", "politicians", "negotiators", "experts", "activists", "journalists", "businessmen",
     "observers", "doctors"}
)  # fmt: skip
# people who are of the state that the report is about, if it is about one
OF_THE_COUNTRY = frozenset(
    {
        "rebels",
        "opposition",
        "armed_opposition",
        "protesters",
        "activists",
        "separatists",
        "civilians",
        "militias",
        "state_media",
    }
)
# those of them whose owner is a country that is torn
TORN = OF_THE_COUNTRY - {"state_media"}
# armed groups by what they are; where none was told of, any party
MOVEMENT = "movement"
# bodies of several states ("the alliance", "the bloc"), once one was told of
ALLIANCE = "alliance"
LOOSER = {MOVEMENT: "party", ALLIANCE: "party"}
# people whom only an owner makes a party ("his men", "her predecessor")
NOBODY_ALONE = frozenset({"men", "predecessor", "family", "interlocutor"})
