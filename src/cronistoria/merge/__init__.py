"""Records to entries: which records of many reports tell of one thing, and what they say of it together.

Pure: the same records and decisions give the same entries, in whatever order the reports came in.
"""
