"""Why a record is there."""

import msgspec

from cronistoria.export.trees import draw_tree, explain_records
from cronistoria.model.span import Span
from tests.conllu import sentences_from_conllu
from tests.sample import sample_report

CONLLU = """
1 I il DET _ _ 2 det _ _
2 due due NUM _ _ 4 nsubj _ _
3 si si PRON _ _ 4 expl _ _
4 parlano parlare VERB _ Mood=Ind|Tense=Pres 0 root _ SpaceAfter=No
5 . . PUNCT _ _ 4 punct _ _
"""


def test_a_tree_is_drawn_from_its_root_with_marked_words_starred() -> None:
    _, (sentence,) = sentences_from_conllu(CONLLU)
    assert list(draw_tree(sentence, range(9, 16))) == [
        "parlano [root VERB Mood=Ind Tense=Pres] *",
        "├─ due [nsubj NUM]",
        "│  └─ I [det DET]",
        "├─ si [expl PRON]",
        "└─ . [punct PUNCT]",
    ]


def test_every_record_is_explained_by_rule_and_words_and_by_its_tree_if_there_is_one() -> None:
    report = sample_report()
    explained = explain_records(report, (), "en")
    assert set(explained) == {record.id for record in report.records}
    assert explained[report.records[0].id] == (
        "rule: contact.sample · confidence: 0.90",
        "key word: si sono parlati [47–62]",
        "duration: quasi un'ora [67–79]",
    )


def test_a_tree_of_any_depth_is_drawn_whole_and_in_linear_space() -> None:
    rows = [f"{i} w{i} w X _ _ {i - 1} {'dep' if i > 1 else 'root'} _ _" for i in range(1, 501)]
    _, (sentence,) = sentences_from_conllu("\n".join(rows))
    lines = list(draw_tree(sentence))
    assert len(lines) == 500
    assert max(map(len, lines)) < 100


def test_a_record_is_explained_by_the_tree_its_trigger_stands_in() -> None:
    report = sample_report()
    document, sentences = sentences_from_conllu(CONLLU + "\n" + CONLLU)
    assert document.text == "I due si parlano. I due si parlano."
    lines = explain_records(report, sentences, "en")
    assert not any("root" in line for found in lines.values() for line in found)
    start = sentences[1].tokens[3].start
    moved = msgspec.structs.replace(report.records[0], trigger=Span(start, start + 7, "parlano"))
    (found,) = explain_records(msgspec.structs.replace(report, records=(moved,)), sentences, "en").values()
    assert found[3] == "parlano [root VERB Mood=Ind Tense=Pres] *"
