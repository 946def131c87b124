"""Sources and how far they reach, on trees written by hand."""

from cronistoria.extract.attribution import find_sources
from cronistoria.extract.quotes import find_quotes
from cronistoria.model.mention import Source
from tests.rows import sentences_from_rows

PRES = "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin"
PART = "Tense=Past|VerbForm=Part"
CLAIM = f"Il/il/DET/2/det ponte/ponte/NOUN/3/nsubj crolla/crollare/VERB/0/root/{PRES} ././PUNCT/3/punct"


def sources(*rows: str) -> tuple[Source, ...]:
    document, sentences = sentences_from_rows(*rows)
    found = tuple(find_quotes(document, sentences, language="it"))
    return find_sources(document, sentences, found, language="it")


def labels(*rows: str) -> list[tuple[str, str]]:
    return [(s.label.text, s.scope.text) for s in sources(*rows)]


def test_according_to_reaches_over_its_sentence() -> None:
    row = (
        "Secondo/secondo/ADP/2/case fonti/fonte/NOUN/7/obl/Number=Plur di/di/ADP/4/case "
        f"Quito/Quito/PROPN/2/nmod//B-LOC il/il/DET/6/det ponte/ponte/NOUN/7/nsubj crolla/crollare/VERB/0/root/{PRES}"
    )
    assert labels(row) == [("fonti di Quito", "Secondo fonti di Quito il ponte crolla")]


def test_rules_and_laws_are_no_sources() -> None:
    row = (
        "Secondo/secondo/ADP/3/case le/il/DET/3/det regole/regola/NOUN/5/obl/Number=Plur nessuno/nessuno/PRON/5/nsubj "
        f"spara/sparare/VERB/0/root/{PRES}"
    )
    assert labels(row) == []


def test_it_was_said_by_reaches_back() -> None:
    row = (
        f"Lo/lo/PRON/3/obj ha/avere/AUX/3/aux/{PRES} riferito/riferire/VERB/0/root/{PART} "
        "Vesna/Vesna/PROPN/3/nsubj//B-PER "
        "././PUNCT/3/punct"
    )
    assert ("Vesna", "Il ponte crolla .") in labels(CLAIM, row)


def test_a_cleft_sentence_reaches_back() -> None:
    row = (
        f"A/a/ADP/2/mark dir/dire/VERB/6/csubj/VerbForm=Inf lo/lo/PRON/2/obj è/essere/AUX/6/cop/{PRES} "
        "una/uno/DET/6/det "
        "fonte/fonte/NOUN/0/root di/di/ADP/8/case polizia/polizia/NOUN/6/nmod ././PUNCT/6/punct"
    )
    assert [scope for _, scope in labels(CLAIM, row)] == ["Il ponte crolla ."]


def test_news_that_was_spread_by_somebody() -> None:
    row = (
        f"La/il/DET/2/det notizia/notizia/NOUN/4/nsubj:pass è/essere/AUX/4/aux:pass/{PRES} "
        f"diffusa/diffondere/VERB/0/root/{PART} "
        "da/da/ADP/7/case gli/il/DET/7/det attivisti/attivista/NOUN/4/obl:agent ././PUNCT/4/punct"
    )
    assert ("attivisti", "Il ponte crolla .") in [
        (who.removeprefix("gli "), scope) for who, scope in labels(CLAIM, row)
    ]


def test_a_viewpoint_needs_a_party() -> None:
    party = (
        f"Per/per/ADP/2/case Quito/Quito/PROPN/6/obl//B-LOC ,/,/PUNCT/2/punct il/il/DET/5/det ponte/ponte/NOUN/6/nsubj "
        f"regge/reggere/VERB/0/root/{PRES}"
    )
    thing = (
        "Per/per/ADP/3/case il/il/DET/3/det freddo/freddo/NOUN/7/obl ,/,/PUNCT/3/punct il/il/DET/6/det "
        "ponte/ponte/NOUN/7/nsubj "
        f"cede/cedere/VERB/0/root/{PRES}"
    )
    assert [who for who, _ in labels(party)] == ["Quito", "Quito"]
    assert labels(thing) == []


def test_a_relay_comes_before_the_speaker() -> None:
    row = (
        f"Vesna/Vesna/PROPN/2/nsubj//B-PER dice/dire/VERB/0/root/{PRES} che/che/SCONJ/6/mark "
        "Omar/Omar/PROPN/6/nsubj//B-PER "
        f"ha/avere/AUX/6/aux/{PRES} spiegato/spiegare/VERB/2/ccomp/{PART} che/che/SCONJ/9/mark "
        "tutto/tutto/PRON/9/nsubj "
        f"cambia/cambiare/VERB/6/ccomp/{PRES}"
    )
    found = [s for s in sources(row) if "cambia" in s.scope.text]
    widest = sorted(found, key=lambda s: -len(s.scope.text))
    assert [s.label.text for s in widest] == ["Vesna", "Omar"]


def test_a_doer_behind_other_adverbials_is_the_source() -> None:
    row = (
        f"Oslo/Oslo/PROPN/2/nsubj cede/cedere/VERB/0/root/{PRES} ,/,/PUNCT/5/punct come/come/ADP/5/mark "
        f"anticipato/anticipare/VERB/2/advcl/{PART} da/da/ADP/7/case tempo/tempo/NOUN/5/obl da/da/ADP/9/case "
        "Vesna/Vesna/PROPN/7/nmod//B-PER ././PUNCT/2/punct"
    )
    assert "Vesna" in [who for who, _ in labels(row)]


def test_who_supports_somebody_is_no_source() -> None:
    row = (
        "Oslo/Oslo/PROPN/2/nsubj//B-LOC sostiene/sostenere/VERB/0/root/VerbForm=Fin|Mood=Ind i/il/DET/4/det "
        "ribelli/ribelle/NOUN/2/obj"
    )
    assert labels(row) == []


def test_what_a_relative_clause_confirms_is_no_more_than_its_own() -> None:
    row = (
        f"Oslo/Oslo/PROPN/3/nsubj//B-LOC ha/avere/AUX/3/aux/{PRES} sentito/sentire/VERB/0/root/{PART} "
        f"Vesna/Vesna/PROPN/3/obj//B-PER ,/,/PUNCT/4/punct che/che/PRON/8/nsubj/PronType=Rel ha/avere/AUX/8/aux/{PRES} "
        f"confermato/confermare/VERB/4/acl:relcl/{PART} la/il/DET/10/det visita/visita/NOUN/8/obj"
    )
    assert all("sentito" not in scope for _, scope in labels(row))


def test_what_stands_before_so_is_no_source_behind_it() -> None:
    row = (
        "Lärm/Lärm/NOUN/7/nsubj Keller/Keller/PROPN/1/flat//B-PER ,/,/PUNCT/4/punct so/so/ADV/6/advmod "
        "der/der/PRON/6/nsubj/PronType=Rel klingt/klingen/VERB/2/acl:relcl/VerbForm=Fin bleibt/bleiben/VERB/0/root "
        "././PUNCT/7/punct"
    )
    document, sentences = sentences_from_rows(row, language="de")
    assert find_sources(document, sentences, (), language="de") == ()
