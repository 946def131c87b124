"""``cronistoria parse``: the trees that a report is read from."""

from typing import Any

import click

from cronistoria.cli.options import LanguageCode, ParserName

TREE_FORMATS = ("conllu", "tree", "json")


_EPILOG = """\b
Examples:
  cronistoria parse report.txt --format tree
  cronistoria example it | cronistoria parse --format conllu > report.conllu
  cronistoria parse words.conllu --pretokenized --language it > trees.conllu
  cronistoria parse rapport.txt --parser spacy:fr_core_news_sm
"""


@click.command("parse", epilog=_EPILOG)
@click.argument("file", default="-", metavar="[FILE|-]")
@click.option(
    "-f", "--format", type=click.Choice(TREE_FORMATS), default="conllu", show_default=True, help="Output format."
)
@click.option("-l", "--language", type=LanguageCode(), help="Language of the report (default: detected).")
@click.option("--parser", type=ParserName(), default="shipped", help="shipped, or spacy:NAME (default: shipped).")
@click.option("--pretokenized", is_flag=True, help="FILE is CoNLL-U: keep its words and sentences, fill in the rest.")
def parse(file: str, pretokenized: bool, **options: Any) -> None:
    """Write the sentences of a report as trees over Universal Dependencies."""
    from cronistoria.cli.parsing import fill_words, parse_report
    from cronistoria.settings import Settings

    language, parser, format_name = options["language"], options["parser"], options["format"]
    if pretokenized and format_name != "conllu":
        raise click.UsageError("--pretokenized writes CoNLL-U; leave --format out")
    if pretokenized:
        click.echo(fill_words(file, language, parser), nl=False)
    else:
        click.echo(parse_report(file, format_name, language, Settings(parser=parser)), nl=False)
