"""What the interface answers."""

from tests.server.made import made_client


def test_totals() -> None:
    answer = made_client().get("/api/v1/totals")
    assert answer.status_code == 200
    assert answer.json()["reports"] == 3
