"""Many files to one chronicle: what is new is read, kept and merged; killed at any moment, it goes on where it was."""
