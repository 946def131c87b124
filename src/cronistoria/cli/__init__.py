"""The command line: each command parses arguments, calls one function, writes.

Modules here import nothing heavy at their top, so that ``--help`` answers at once.
"""
