"""How good the records are: reports with hand-made gold, a scorer, and the gate that `make check` runs."""
