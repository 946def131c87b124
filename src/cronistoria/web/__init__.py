"""Pages for eyes: the chronicle and all that hangs on it, drawn on the server; scripts only add."""
