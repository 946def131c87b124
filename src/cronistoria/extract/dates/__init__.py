"""Finds time expressions: `finding` ties to the tree what `expressions` reads with the rules of `grammar`."""

from cronistoria.extract.dates.finding import find_time_expressions

__all__ = ["find_time_expressions"]
