"""Whatever is named becomes documents, in a fixed order."""

from pathlib import Path

from cronistoria.ingest.piece import Refusal
from cronistoria.ingest.sources import Arrived, documents


def test_files_become_documents_and_what_cannot_be_read_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Il ministro ha incontrato la collega a Vienna per parlare del confine.")
    arrived, refused = documents([tmp_path / "a.txt", tmp_path / "none.txt"])
    assert isinstance(arrived, Arrived) and arrived.ingested.document.language == "it"
    assert isinstance(refused, Refusal) and refused.is_failure and refused.message.endswith("no such file")
