"""Which of the years or weeks a partial date means: the one that fits the report's day and the tense around it.

Candidates and "now" come in as stretches, the best candidate goes out.
"""

from collections.abc import Iterable
from datetime import date, timedelta

from cronistoria.compose.calendar import DAY, Stretch, hull, one_day
from cronistoria.model.timex import Direction

WRONG_PAST_DAYS = {"day": 270, "month": 300, "season": 300}
WRONG_FUTURE_DAYS = {"day": 300, "month": 340, "season": 300}
UNSAID_FUTURE_DAYS = {"day": 0, "month": 60, "season": 60}


def fit_year(
    candidates: Iterable[Stretch], now: Stretch, direction: Direction | None, which: int | None
) -> Stretch | None:
    """The candidate nearest to now; one against the tense counts as farther away.

    ``which`` takes the one before (-1) or after (1) now without regard to tense, or that of this year (0).
    """
    found = list(candidates)
    if which == 0:
        found = [c for c in found if now.day.year <= c.day.year <= now.last_day.year] or found
    if which == -1:
        past = [c for c in found if c.end <= now.start or (c.end <= now.end and c != now and _inside(c, now))]
        return max(past, default=None)
    if which == 1:
        ahead = [c for c in found if c.start >= now.end or (c.start >= now.start and c != now and _inside(c, now))]
        return min(ahead, default=None)
    return min(found, key=lambda c: (_cost(c, now, direction), c), default=None)


def fit_number(
    candidates: Iterable[Stretch], now: Stretch, direction: Direction | None, told: Stretch | None
) -> Stretch | None:
    """The day of a number said alone: of the month just told, or of the last or next one that has it, by the tense.

    Where two remain ("il 23" without a verb that tells), all that lies between them stays open.
    """
    found = sorted(candidates)
    if told is not None:
        month = (told.day.year, told.day.month)
        later = [c for c in found if (c.day.year, c.day.month) >= month]
        found = later[:1] if later and later[0].end > told.start else later[:2]
    past, ahead = [c for c in found if c.start < now.end], [c for c in found if c.end > now.start]
    if told is None:
        past, ahead = past[-1:], ahead[:1]
    fitting = {"past": past, "present": ahead, "future": ahead}.get(direction or "", past + ahead) or found
    return hull(min(fitting), max(fitting)) if fitting else None


def _inside(candidate: Stretch, now: Stretch) -> bool:
    return now.start <= candidate.start and candidate.end <= now.end


def _cost(candidate: Stretch, now: Stretch, direction: Direction | None) -> float:
    grain = candidate.grain
    if candidate.end <= now.start:
        days = (now.start - candidate.end) / DAY + 1
        return days + (WRONG_PAST_DAYS.get(grain, 0) if direction == "future" else 0)
    if candidate.start >= now.end:
        days = (candidate.start - now.end) / DAY + 1
        costs = {"past": WRONG_FUTURE_DAYS, "": UNSAID_FUTURE_DAYS}.get(direction or "", {})
        return days + costs.get(grain, 0)
    return 0


def fit_weekday(
    weekday: int, today: date, direction: Direction | None, which: int | None, *, future_today: bool
) -> Stretch:
    """The day of that name before or after a day, by the tense; without any, the last one.

    ``future_today``: whether today's name with a future verb is today.
    """
    back = timedelta(days=(today.weekday() - weekday) % 7)
    ahead = timedelta(days=(weekday - today.weekday()) % 7)
    week = timedelta(days=7)
    if which == -1:
        return one_day(today - (back or week))
    if which == 1:
        return one_day(today + (ahead or week))
    if which == 0:
        return one_day(today - back if direction == "past" else today + ahead)
    if direction in ("future", "present"):
        return one_day(today + (ahead if ahead or future_today or direction == "present" else week))
    return one_day(today - back)
