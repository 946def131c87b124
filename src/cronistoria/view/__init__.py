"""The read side: entries of a store as a reader asks for them, on a given day, in the reader's language."""
