"""Sentences -> mentions: what the trees say, one file a kind, one public function each.

Nothing here knows who an actor is or when "yesterday" was; that is `cronistoria.compose`.
"""
