"""Feeds followed day and night, politely: what is new goes into a chronicle."""
