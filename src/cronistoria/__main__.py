"""``python -m cronistoria`` is the command line."""

from cronistoria.cli.main import main

main(prog_name="cronistoria")
