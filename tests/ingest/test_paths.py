"""Which files are meant."""

from pathlib import Path

from cronistoria.ingest.paths import files_named


def test_folders_and_patterns_give_their_files_by_name_each_once(tmp_path: Path) -> None:
    for name in ("b/2.txt", "b/1.TXT", "b/a/3.md", "b/p.png", "b/.h.txt", "b/.git/4.txt", "c.html", "[1].txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("Ada calls Bea.")
    (tmp_path / "b/loop").symlink_to(tmp_path / "b")
    named = ["c.html", "b", "b/2.txt", "*.html", "[1].txt", "**/3.*", "no*.txt", "missing"]
    found = [(str(path.relative_to(tmp_path)), itself) for path, itself in files_named(tmp_path / n for n in named)]
    assert found == [
        ("c.html", True), ("b/1.TXT", False), ("b/2.txt", False), ("b/p.png", False), ("b/a/3.md", False),
        ("[1].txt", True), ("no*.txt", True), ("missing", True),
    ]  # fmt: skip
