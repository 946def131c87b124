"""The layers of the house hold, function-level imports included."""

from pathlib import Path

from importlinter.api import read_configuration
from importlinter.cli import lint_imports

ROOT = Path(__file__).parent.parent


def test_imports_point_only_downwards() -> None:
    assert lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True) == 0


def test_every_part_of_the_package_stands_in_a_layer() -> None:
    configuration = read_configuration(str(ROOT / "pyproject.toml"))
    (contract,) = configuration["contracts_options"]
    layered = {name.strip() for layer in contract["layers"] for name in layer.split("|")}
    package = ROOT / "src" / "cronistoria"
    folders = {f"cronistoria.{path.name}" for path in package.iterdir() if (path / "__init__.py").is_file()}
    modules = {f"cronistoria.{path.stem}" for path in package.glob("*.py")} - {"cronistoria.__init__"}
    assert folders | modules == layered


def test_folders_without_an_init_hold_no_python() -> None:
    package = ROOT / "src" / "cronistoria"
    assert [path for path in package.rglob("*.py") if not (path.parent / "__init__.py").is_file()] == []
