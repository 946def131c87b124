from cronistoria.model.identity import stable_id, text_id


def test_parts_stay_apart() -> None:
    assert stable_id("contact", "ab", "c") != stable_id("contact", "a", "bc")


def test_an_id_is_the_same_in_every_process() -> None:
    assert (
        stable_id("contact", "x", 1, ("USA", "RUS")) == "contact:" + stable_id("statement", "x", 1, ("USA", "RUS"))[10:]
    )
    assert text_id("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
