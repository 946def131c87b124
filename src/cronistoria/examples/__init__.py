"""Reports written for this project: one or more a language for the first run, and a whole crisis for the chronicle.

They tell facts of public record in words of our own, in the way that news agencies and newspapers tell them; the
outlets are invented. A file of the crisis is named after its day, its language and its outlet.
"""

from importlib import resources
from pathlib import Path

from cronistoria.errors import LanguageError


def example_languages() -> tuple[str, ...]:
    """Codes of the languages that have an example, in alphabetical order."""
    names = (file.name for file in resources.files("cronistoria.examples").iterdir())
    return tuple(sorted(name.removesuffix(".txt") for name in names if name.endswith(".txt")))


def load_example(language: str) -> str:
    """The example report in a language. Raises `LanguageError` if it has none."""
    if language not in example_languages():
        raise LanguageError(f"language '{language}' has no example; expected one of {', '.join(example_languages())}")
    return resources.files("cronistoria.examples").joinpath(f"{language}.txt").read_text(encoding="utf-8")


def example_crisis() -> tuple[Path, ...]:
    """The reports of the example crisis, autumn 2021 to spring 2022, in the order of their days."""
    folder = Path(str(resources.files("cronistoria.examples").joinpath("crisis")))
    return tuple(sorted(folder.glob("*.txt")))
