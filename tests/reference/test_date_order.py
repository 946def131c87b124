import pytest

from cronistoria.reference.date_order import date_order


@pytest.mark.parametrize(
    ("text", "publisher", "url", "expected"),
    [
        ("They met on 25/4/2021 and on 3/5/21.", None, None, "dmy"),
        ("They met on 4/25/2021 and on 3/5/21.", None, None, "mdy"),
        ("They met on 25/4/2021 and on 4/25/2021.", "Reuters", None, None),
        ("They met on 3/4/2021.", None, None, None),
        ("They met on 25/4/2021.", "Associated Press", None, "dmy"),
        ("They met.", "associated press", None, "mdy"),
        ("They met.", "Reuters", "https://paper.example/a", "dmy"),
        ("They met.", "ANSA", None, "dmy"),
        ("They met.", None, "https://news.paper.co.uk/2021/a.html", "dmy"),
        ("They met.", None, "https://paper.com.ph/a", "mdy"),
        ("They met.", None, "https://paper.com.ua/a", "dmy"),
        ("They met.", None, "https://paper.jp/a", None),
        ("They met.", None, "https://paper.com/a", None),
        ("They met.", "A paper nobody knows", "no address", None),
        ("The score was 25/4/3/20, the ratio 31/4.", None, None, None),
    ],
)
def test_the_order_is_told_by_the_text_then_by_the_outlet(
    text: str, publisher: str | None, url: str | None, expected: str | None
) -> None:
    assert date_order(text, "en", publisher=publisher, url=url) == expected
