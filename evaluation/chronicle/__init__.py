"""Twelve outlets' reports of one crisis, with the entries that they should become."""
