"""Cronistoria turns news reports into the chronicle of a crisis, each line sourced to the words it rests on."""

__version__ = "0.1.0"
