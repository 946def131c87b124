"""CoNLL-U in and out."""

import msgspec
import pytest

from cronistoria.errors import InputError
from cronistoria.model.document import make_document
from cronistoria.model.sentence import Sentence, Token, make_sentence
from cronistoria.parse.conllu import read_conllu
from cronistoria.parse.conllu_out import write_conllu
from tests.parse.conllu_validator import conllu_errors

REPORT = """# sent_id = 1
# text = "Parlarsi" nell'atrio, dice Anna.
1\t"\t"\tPUNCT\t_\t_\t2\tpunct\t_\tSpaceAfter=No
2-3\tParlarsi\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No
2\tParlar\tparlare\tVERB\t_\tVerbForm=Inf\t0\troot\t_\t_
3\tsi\tsi\tPRON\t_\tClitic=Yes|PronType=Prs\t2\texpl\t_\t_
4\t"\t"\tPUNCT\t_\t_\t2\tpunct\t_\t_
5-6\tnell'\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No
5\tin\tin\tADP\t_\t_\t7\tcase\t_\t_
6\tl'\til\tDET\t_\tDefinite=Def|PronType=Art\t7\tdet\t_\t_
7\tatrio\tatrio\tNOUN\t_\t_\t2\tobl\t_\tSpaceAfter=No
8\t,\t,\tPUNCT\t_\t_\t9\tpunct\t_\t_
9\tdice\tdire\tVERB\t_\tMood=Ind\t2\tparataxis\t_\t_
10\tAnna\tAnna\tPROPN\t_\t_\t9\tnsubj\t_\tNER=B-PER|SpaceAfter=No
11\t.\t.\tPUNCT\t_\t_\t2\tpunct\t_\tSpaceAfter=No

# sent_id = 2
# text = Vero.
1\tVero\tvero\tADJ\t_\t_\t0\troot\t_\tSpaceAfter=No
2\t.\t.\tPUNCT\t_\t_\t1\tpunct\t_\t_

# newpar
# sent_id = 3
# text = Fine
1\tFine\tfine\tNOUN\t_\t_\t0\troot\t_\t_

"""


def test_offsets_are_worked_out() -> None:
    document, sentences = read_conllu(REPORT, language="it")
    assert document.text == '"Parlarsi" nell\'atrio, dice Anna.Vero.\n\nFine'
    spans = {token.form: document.text[token.start : token.end] for sentence in sentences for token in sentence.tokens}
    assert spans | {"in": "", "l'": ""} == {form: form for form in spans} | {"in": "", "l'": ""}
    assert (spans["in"], spans["l'"]) == ("nell'", "nell'")
    assert sentences[0].tokens[9].entity == "B-PER"


def test_what_is_written_is_what_was_read() -> None:
    assert conllu_errors(REPORT) == []
    assert write_conllu(*read_conllu(REPORT, language="it")) == REPORT


def test_no_sentences_are_no_file() -> None:
    assert write_conllu(make_document("", language="it"), ()) == ""


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        ("1\ta\ta\tX\t_\t_\t0\troot\t_", "line 1: expected the 10 columns of CoNLL-U, found 9"),
        ("1 a a X _ _ x root _ _", "line 1: expected numbers in the columns ID and HEAD"),
        ("1 a a X _ _ 0 root _ _\n3 b b X _ _ 1 dep _ _", "line 2: expected word 2 next, found 3"),
        ("1-3 ab _ _ _ _ _ _ _ _\n1 a a X _ _ 0 root _ _", "line 1: expected word 1 next, found 1-3"),
        (
            "1 a a X _ _ 2 dep _ _\n2 b b X _ _ 1 dep _ _",
            "line 1: the words of this block are not a tree with one root",
        ),
        ("1 a a X _ _ 9 dep _ _\n2 b b X _ _ 0 root _ _", "line 1: the words of this block are not a tree"),
        ("1 a a X _ _ -4 dep _ _\n2 b b X _ _ 0 root _ _", "line 1: the words of this block are not a tree"),
        ("# text = nothing", "line 1: the words of this block are not a tree"),
    ],
)
def test_what_is_no_conllu_is_refused(lines: str, message: str) -> None:
    with pytest.raises(InputError, match=message):
        read_conllu(lines, language="it")


def test_empty_nodes_are_passed_over() -> None:
    document, (sentence,) = read_conllu(
        "1 a a X _ _ 0 root _ _\n1.1 _ _ _ _ _ _ _ _ _\n2 b b X _ _ 1 dep _ _", language="it"
    )
    assert (document.text, len(sentence.tokens)) == ("a b", 2)


def test_invisible_characters_are_neither_in_form_nor_in_text() -> None:
    document = make_document("del\u00adla pa\u00adce\u200b vera", language="it")
    words = [("di", 0, 6), ("la", 0, 6), ("pace", 7, 12), ("vera", 14, 18)]
    written = write_conllu(document, (_flat(words),))
    assert conllu_errors(written) == []
    assert "# text = della pace vera\n1-2\tdella\t" in written


def test_a_broken_file_has_errors() -> None:
    sentence = _flat([("a", 0, 1), ("b", 2, 3)])
    tokens = (sentence.tokens[0], msgspec.structs.replace(sentence.tokens[1], head=1, feats={"b": "x"}))
    written = write_conllu(make_document("a b", language="en"), (msgspec.structs.replace(sentence, tokens=tokens),))
    assert conllu_errors(written) == ["features: b=x", "word 2 does not hang from the root"]


def _flat(words: list[tuple[str, int, int]]) -> Sentence:
    return make_sentence(0, tuple(
        Token(index=i, form=form, lemma=form, upos="X", feats={}, head=i - 1, deprel="dep" if i else "root",
              start=start, end=end)
        for i, (form, start, end) in enumerate(words)
    ))  # fmt: skip
