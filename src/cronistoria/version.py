"""The version of the program, which every report names."""

__version__ = "0.1.0"
