"""Tokens, sessions and forms."""

import pytest

from cronistoria.desk.access import SESSION_SECONDS, Access


@pytest.mark.parametrize(
    ("token", "given", "fits"),
    [
        ("tö-ken", "tö-ken", True),
        ("token", "token ", False),
        ("token", "", False),
        ("token", None, False),
        ("token", "\ud800", False),
        (None, None, False),
        (None, "", False),
        ("", "", False),
    ],
)
def test_only_the_token_is_the_token(token: str | None, given: str | None, fits: bool) -> None:
    access = Access(token)
    assert access.is_token(given) is fits
    assert access.has_token is bool(token)


def test_a_session_lasts_its_time_and_holds_for_one_process() -> None:
    now = [1000.0]
    access, other = Access("t", lambda: now[0]), Access("t", lambda: now[0])
    session = access.open_session()
    assert access.is_session(session) and not other.is_session(session)
    assert session != access.open_session()
    now[0] += SESSION_SECONDS
    assert not access.is_session(session)


@pytest.mark.parametrize("given", [None, "", "x", "..", "99999999999.a.b", "\ud800.a"])
def test_what_is_no_session(given: str | None) -> None:
    assert not Access("t").is_session(given)


def test_a_session_may_not_be_made_longer() -> None:
    access = Access("t")
    until, rest = access.open_session().split(".", 1)
    assert not access.is_session(f"{int(until) + 1}.{rest}")


def test_forms_hang_on_their_session() -> None:
    access = Access("t")
    one, other = access.open_session(), access.open_session()
    assert access.is_form_token(one, access.form_token(one))
    assert not access.is_form_token(one, access.form_token(other))
    assert not access.is_form_token(one, None)
