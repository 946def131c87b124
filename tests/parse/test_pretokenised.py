"""CoNLL-U whose words stay and whose other columns are filled."""

from collections.abc import Sequence

import pytest

from cronistoria.errors import InputError
from cronistoria.model.document import Document
from cronistoria.model.sentence import ROOT, Sentence, Token
from cronistoria.parse.pretokenised import fill_conllu
from cronistoria.parse.tokenise import Word

GIVEN = """# sent_id = a
1\tKeller\t_\t_\tNP\t_\t_\t_\t_\t_
2-3\tdella\t_\t_\t_\t_\t_\t_\t_\t_
2\tdi\t_\t_\t_\t_\t_\t_\t_\t_
3\tla\t_\t_\t_\t_\t_\t_\t_\t_
3.1\tnulla\t_\t_\t_\t_\t_\t_\t_\t_
4\tUE\t_\t_\t_\t_\t_\t_\t_\tGloss=EU|NER=B-LOC|SpaceAfter=No
5\t.\t_\t_\t_\t_\t_\t_\t_\t_

"""


class Chain:
    """A parser that hangs each word on the one before, and takes capitals for persons."""

    name, digest = "chain", "0"

    def __init__(self) -> None:
        self.seen: list[Word] = []

    def parse(self, document: Document) -> tuple[Sentence, ...]:
        """Nothing."""
        return ()

    def parse_batch(self, documents: Sequence[Document]) -> list[tuple[Sentence, ...]]:
        """Nothing."""
        return [() for _ in documents]

    def parse_sentences(self, sentences: Sequence[list[Word]], language: str) -> list[tuple[Token, ...]]:
        """A chain a sentence."""
        self.seen = [word for words in sentences for word in words]
        return [tuple(map(_linked, range(len(words)), words)) for words in sentences]


def _linked(index: int, word: Word) -> Token:
    return Token(
        index=index,
        form=word.form,
        lemma=word.form.lower(),
        upos="X",
        feats={"Number": "Sing"},
        head=index - 1 if index else ROOT,
        deprel="dep" if index else "root",
        start=word.start,
        end=word.end,
        entity="B-PER" if word.form[0].isupper() else "O",
    )


def test_words_stay_and_the_rest_is_filled() -> None:
    lines = fill_conllu(GIVEN, Chain(), "it").splitlines()
    assert lines[0] == "# sent_id = a"
    assert lines[1] == "1\tKeller\tkeller\tX\tNP\tNumber=Sing\t0\troot\t_\tNER=B-PER"
    assert lines[2] == "2-3\tdella\t_\t_\t_\t_\t_\t_\t_\t_"
    assert lines[5] == "3.1\tnulla\t_\t_\t_\t_\t_\t_\t_\t_"
    assert lines[6] == "4\tUE\tue\tX\t_\tNumber=Sing\t3\tdep\t_\tGloss=EU|SpaceAfter=No|NER=B-PER"


def test_the_parser_sees_where_spaces_stand() -> None:
    parser = Chain()
    fill_conllu(GIVEN, parser, "it")
    assert [(word.form, word.spaced) for word in parser.seen] == [
        ("Keller", False), ("di", True), ("la", False), ("UE", True), (".", False)]  # fmt: skip


def test_each_block_is_a_sentence() -> None:
    assert fill_conllu(GIVEN * 2, Chain(), "it") == fill_conllu(GIVEN, Chain(), "it") * 2
    assert fill_conllu("\n\n", Chain(), "it") == ""


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("1\tKeller\n", "line 1: expected the 10 columns of CoNLL-U, found 2"),
        ("\nKeller tace.\n", "line 2: expected the 10 columns of CoNLL-U, found 1"),
        ("# text = Keller\n", "line 1: this block has no words"),
    ],
)
def test_what_is_no_conllu_names_its_line(text: str, reason: str) -> None:
    with pytest.raises(InputError, match=reason):
        fill_conllu(text, Chain(), "it")
