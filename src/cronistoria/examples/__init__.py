"""Reports written for this project, one a language: what the documentation shows and the first run reads.

They tell facts of public record in words of our own, in the way that news agencies tell them.
"""

from importlib import resources

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
