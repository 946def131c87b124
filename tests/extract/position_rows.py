"""What the tests of positions share: features in short, and mentions as lines that can be compared at a glance."""

from cronistoria.extract.positions import find_positions
from cronistoria.model.mention import PositionMention
from tests.rows import sentences_from_rows

PAST = "Tense=Past|VerbForm=Part"
INF = "VerbForm=Inf"
PRES3 = "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin"
PRES1 = "Mood=Ind|Number=Plur|Person=1|Tense=Pres|VerbForm=Fin"
PAST3 = "Mood=Ind|Tense=Past|VerbForm=Fin"
FUT1 = "Mood=Ind|Number=Plur|Person=1|Tense=Fut|VerbForm=Fin"
FUT3 = "Mood=Ind|Number=Plur|Person=3|Tense=Fut|VerbForm=Fin"
CND3 = "Mood=Cnd|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin"
SUB3 = "Mood=Sub|Number=Sing|Person=3|Tense=Imp|VerbForm=Fin"


def positions(*rows: str, language: str = "it") -> list[PositionMention]:
    """The position mentions of sentences written as rows."""
    document, sentences = sentences_from_rows(*rows, language=language)
    return list(find_positions(document, sentences, language=language))


def line(mention: PositionMention) -> str:
    """``type: who > to whom: content``; "~" stands for the one whose words they are."""
    by = ", ".join(p.span.text for p in mention.by) or "~"
    to = ", ".join(p.span.text for p in mention.to)
    return f"{mention.type}: {by}{f' > {to}' if to else ''}: {mention.content.text}"


def lines(*rows: str, language: str = "it") -> list[str]:
    """All mentions as lines."""
    return [line(mention) for mention in positions(*rows, language=language)]
