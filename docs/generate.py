"""Makes the parts of the documentation that come from the code: the command line's page, the schema, the README's run.

`python -m docs.generate` writes all of them, `python -m docs.generate schema` only the schema (which needs no model).
The tests check that what is committed is what this makes.
"""

import re
import sys
from pathlib import Path

import click
from click.testing import CliRunner

from cronistoria.cli.main import main
from cronistoria.model.codec import SCHEMA_FILE, format_schema

ROOT = Path(__file__).parent.parent
SCHEMA = ROOT / "src/cronistoria/model" / SCHEMA_FILE
CLI_PAGE = ROOT / "docs/cli.md"
README = ROOT / "README.md"
WIDTH = 100
_RUN = re.compile(r"(<!-- made by `make docs` -->\n```text\n).*?(```\n)", re.DOTALL)
_HEAD = """# The command line

Made from the program by `make docs`; every command also answers `--help`.
"""


def cli_page() -> str:
    """The help of the program and of every command."""
    parts = [_HEAD, _help(main, "cronistoria")]
    for name, command in sorted(main.commands.items()):
        parts.append(_help(command, f"cronistoria {name}"))
        if isinstance(command, click.Group):
            parts += [_help(part, f"cronistoria {name} {of}") for of, part in sorted(command.commands.items())]
    return "\n".join(parts)


def example_run() -> str:
    """What a terminal shows for the bundled Italian example, with Italian labels."""
    runner = CliRunner(env={"NO_COLOR": "1", "COLUMNS": str(WIDTH)})
    report = runner.invoke(main, ["example", "it"]).stdout
    result = runner.invoke(main, ["read", "--labels", "it"], input=report, catch_exceptions=False)
    if result.exit_code:
        raise SystemExit(result.output)
    return result.stdout


def readme_with(run: str) -> str:
    """The README with that run in its place."""
    return _RUN.sub(lambda match: match[1] + run + match[2], README.read_text(encoding="utf-8"))


def _help(command: click.Command, name: str) -> str:
    names = main.context_settings["help_option_names"]
    context = click.Context(command, info_name=name, terminal_width=WIDTH, help_option_names=names)
    return f"## {name}\n\n```text\n{command.get_help(context)}\n```\n"


def write_schema() -> None:
    """The JSON Schema into the package."""
    SCHEMA.write_text(format_schema(), encoding="utf-8")


def write_all() -> None:
    """Everything."""
    write_schema()
    CLI_PAGE.write_text(cli_page(), encoding="utf-8")
    README.write_text(readme_with(example_run()), encoding="utf-8")


if __name__ == "__main__":
    write_schema() if sys.argv[1:] == ["schema"] else write_all()
