"""``cronistoria --version``: what results depend on."""

import click


def show_version(ctx: click.Context, param: click.Parameter, value: bool) -> None:
    """Prints the versions and ends the program, if asked to."""
    if not value or ctx.resilient_parsing:
        return
    from cronistoria.languages.tables import complete_languages, languages_digest
    from cronistoria.parse.bundle import model_path, read_bundle
    from cronistoria.version import __version__

    model = read_bundle(model_path())
    click.echo(f"cronistoria {__version__}")
    click.echo(f"model {model.about.name} {model.digest[:16]}")
    click.echo(f"languages {' '.join(complete_languages())} {languages_digest()}")
    ctx.exit()
