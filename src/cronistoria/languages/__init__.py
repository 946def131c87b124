"""All words: one folder a language, TOML only, the same files in each.

No natural-language word and no language code stands in Python. Each file is typed by a struct in the module of the
same name (``dates.toml`` by `cronistoria.languages.dates`), read once, and an unknown key is an error.
"""
