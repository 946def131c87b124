"""Turns of conversations: which lines are said by somebody, and which are a list of points."""

import re

import pytest

from cronistoria.extract.pages import Page
from cronistoria.extract.quotes import find_quotes
from cronistoria.extract.talk import speakers_named
from cronistoria.languages.quotes import load_quote_words
from cronistoria.model.document import Document, make_document
from cronistoria.model.sentence import Sentence, Token, make_sentence
from cronistoria.parse.turn_labels import with_named_labels
from tests.rows import sentences_from_rows

PRES = {"Mood": "Ind", "Number": "Sing", "Person": "3", "Tense": "Pres", "VerbForm": "Fin"}
PART = {"Tense": "Past", "VerbForm": "Part"}
WORDS = {
    "dice": ("dire", "VERB", PRES), "risponde": ("rispondere", "VERB", PRES), "chiediamo": (
        "chiedere", "VERB", {**PRES, "Person": "1", "Number": "Plur"}),
    "chiede": ("chiedere", "VERB", PRES), "resta": ("restare", "VERB", PRES), "riceve": ("ricevere", "VERB", PRES),
    "Vesna": ("Vesna", "PROPN", {}), "Orlov": ("Orlov", "PROPN", {}), "Quito": ("Quito", "PROPN", {}),
    "ministro": ("ministro", "NOUN", {}), "il": ("il", "DET", {"Definite": "Def"}),
    "serbo": ("serbo", "ADJ", {}), "una": ("uno", "DET", {"Definite": "Ind"}), "cronista": ("cronista", "NOUN", {}),
}  # fmt: skip
SMALL = {"DET": "det", "ADJ": "amod"}
PEOPLE = ("Vesna", "Orlov")
TALK = "Vesna riceve.\n— Partirete?\n— Quito resta.\n— E Lima?\n— Lima resta, risponde Vesna. Lima cede."
Said = list[tuple[str, str | None]]
CASES: tuple[tuple[str, str, Said], ...] = (
    ("a turn in a line with a time", "17.00 – Vesna riceve Orlov. —Quito resta ora —risponde Vesna.",
        [("Quito resta ora", "Vesna")]),
    ("between dashes", "— Quito resta, — dice Vesna. — Lima cede.",
     [("Quito resta", "Vesna"), ("Lima cede.", "Vesna")]),
    ("hyphens", "- Quito resta - dice Vesna -. Lima cede.", [("Quito resta", "Vesna"), ("Lima cede.", "Vesna")]),
    ("glued dashes", "—Quito resta —dice Vesna—. Lima cede.", [("Quito resta", "Vesna"), ("Lima cede.", "Vesna")]),
    ("between commas", "— Quito resta, dice Vesna. Lima cede.", [("Quito resta, dice Vesna. Lima cede.", "Vesna")]),
    ("nobody named", "— Lima cede, dice una cronista.", [("Lima cede, dice una cronista.", "cronista")]),
    ("nobody behind the word", "— Quito cede?\n— Lima resta, risponde.", [("Lima resta, risponde.", None)]),
    ("the paper asks", "— Quito resta? —chiediamo.\n— Lima resta — dice Vesna.", [("Lima resta", "Vesna")]),
    ("answers", TALK, [("Quito resta.", "Vesna"), ("Lima resta, risponde Vesna. Lima cede.", "Vesna")]),
    ("what is put without a question", "Vesna riceve.\n— Partirete?\n— Quito resta.\n— Orlov resta ora.\n— Lima cede.",
     [("Quito resta.", "Vesna"), ("Lima cede.", "Vesna")]),
    ("answers without a name", "— Partirete?\n— Quito resta.", [("Quito resta.", None)]),
    ("answers of an office", "ministro serbo.\n— Partirete?\n— Quito resta.\n— Cede?\n— Lima resta.",
     [("Quito resta.", "ministro serbo."), ("Lima resta.", "ministro serbo.")]),
    ("questions without a dash", "Vesna riceve.\nPartirete?\n— Quito resta.\nOrlov resta ora.\n— Lima resta.",
     [("Quito resta.", "Vesna"), ("Lima resta.", "Vesna")]),
    ("a point behind a statement", "Vesna riceve Orlov.\n— Quito resta.", []),
    ("labels of questions", "Vesna riceve.\nD: Partirete?\nR: Quito resta.\nD: E Lima?\nR. Lima resta.",
     [("Quito resta.", "Vesna"), ("Lima resta.", "Vesna")]),
    ("labels of people", "VESNA. Quito resta.\nORLOV. E Lima?\nVESNA. Lima resta. Orlov e Vesna.",
     [("Quito resta.", "Vesna"), ("E Lima?", "Orlov"), ("Lima resta. Orlov e Vesna.", "Vesna")]),
    ("who asks by name", "GAZZETTA: Partirete?\nOrlov: Quito resta.\nGAZZETTA: E Lima?\nOrlov: Lima resta.",
     [("Quito resta.", "Orlov"), ("Lima resta.", "Orlov")]),
    ("a list of points", "- Quito resta\n- Perché ora?\n- Lima cede", []),
    ("a live report", "18:20 – Quito resta, dice Vesna.\n17:10 – Partirete?\n16:00 – Lima cede.", []),
    ("a time before a dash", "18:20 — Quito resta, — dice Vesna.", [("Quito resta", "Vesna")]),
    ("datelines", "QUITO. Lima resta.\nLIMA. Quito cede.", []),
    ("a heading", "Vesna: che cosa resta\nQuito resta.", []),
    ("headlines", "Vesna: Quito resta\nOrlov: che cosa resta?\nVesna: Lima cede\nOrlov: Lima resta\nVesna: basta", []),
    ("points with asides", "- Quito resta\n- Lima resta, dice Vesna.\n- Lima cede", []),
)  # fmt: skip


def parsed(text: str) -> tuple[Document, tuple[Sentence, ...]]:
    """A sentence a line; all words hang on the verb, the one beside a verb of saying is its subject."""
    found = []
    for number, line in enumerate(re.finditer(r"[^\n]+", text)):
        words = [*re.finditer(r"\w+|[^\w\s]", line[0])]
        verbs = [i for i, word in enumerate(words) if WORDS.get(word[0], ("", "", {}))[1] == "VERB"]
        root = verbs[-1] if verbs else 0
        tokens = tuple(_token(i, word, line.start(), root, words) for i, word in enumerate(words))
        found.append(make_sentence(number, tokens))
    return make_document(text, language="it"), tuple(found)


def _token(index: int, word: "re.Match[str]", start: int, root: int, words: list["re.Match[str]"]) -> Token:
    form = word[0]
    lemma, upos, feats = WORDS.get(form) or WORDS.get(form.capitalize()) or (form, "PROPN", {})
    upos = upos if form[0].isalpha() else "PUNCT"
    person = form.capitalize() in PEOPLE and not form.isupper()
    behind = words[index - 1][0] if index else ""
    subject = upos in ("PROPN", "NOUN") and (behind in WORDS or words[min(index + 1, len(words) - 1)][0] == "riceve")
    return Token(
        index=index, form=form, lemma=lemma, upos=upos, feats=feats, head=-1 if index == root else root,
        deprel="root" if index == root else "nsubj" if subject else SMALL.get(upos, "dep"),
        start=start + word.start(), end=start + word.end(), entity="B-PER" if person else "O",
    )  # fmt: skip


@pytest.mark.parametrize(("text", "said"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_turns_are_said_by_whoever_is_named(text: str, said: Said) -> None:
    document, sentences = parsed(text)
    found = [q for q in find_quotes(document, sentences, language="it") if q.form == "direct"]
    assert [(q.content.text, q.speaker.span.text if q.speaker else None) for q in found] == said


def test_turns_do_not_hide_the_marks_in_them() -> None:
    document, sentences = parsed("VESNA. Lima «resta» ora.\nORLOV. E Orlov?\nVESNA. Quito resta. Vesna cede.")
    page = Page(document, sentences, language="it")
    assert [(document.text[m.start : m.end], m.parent) for m in page.marks] == [
        ("Lima «resta» ora.", None), ("resta", 0), ("E Orlov?", None), ("Quito resta. Vesna cede.", None),
    ]  # fmt: skip


@pytest.mark.parametrize(("title", "entity"), [("portavoce", "B-PER"), ("carro", "O")])
def test_a_common_noun_behind_a_title_is_a_name_in_every_label(title: str, entity: str) -> None:
    row = f"{title}/{title}/NOUN/2/compound Pastore/pastore/NOUN/4/nsubj :/:/PUNCT/4/punct resta/restare/VERB/0/root"
    _, sentences = sentences_from_rows(row, "Pastore/pastore/NOUN/0/root :/:/PUNCT/1/punct", language="it")
    starts = frozenset(t.start for s in sentences for t in s.tokens if t.form == "Pastore")
    first, second = with_named_labels(sentences, starts, frozenset({"portavoce"}))
    assert [first.tokens[1].entity, second.tokens[0].entity] == [entity, entity]
    assert (first.root.form, first.tokens[3].deprel) == (title if entity == "B-PER" else "Pastore", "parataxis")


def test_labels_of_a_conversation_are_names() -> None:
    document, sentences = parsed("Kim: Resta?\nHan (Lima): Resta.\nKim: Come mai?\nHan: Resta.\nAda: Resta.")
    starts = speakers_named(document.text, 0, load_quote_words("it"))
    named = with_named_labels(sentences, starts)
    assert [t.form for s in named for t in s.tokens if t.entity == "B-PER"] == ["Han", "Han", "Ada"]


def test_who_opens_and_alone_asks_is_nobody_who_says_it() -> None:
    document, sentences = parsed("Blatt: Quito resta.\nVesna: Lima cede.\nBlatt: Resta?\nVesna: Resta.")
    quotes = find_quotes(document, sentences, language="it")
    assert [quote.content.text for quote in quotes] == ["Lima cede.", "Resta."]
