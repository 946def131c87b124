"""The nouns: frozen, typed, and free of behaviour that needs the world.

Every stage speaks in these and in nothing else; this package imports nothing of the project but ``errors``.
They are ``msgspec`` structs: frozen, slotted, and the same types give the JSON and its schema (see ``codec``).
What a chronicle has by the hundred thousand is ``gc=False``: frozen things form no cycles, and are not looked through.
"""
