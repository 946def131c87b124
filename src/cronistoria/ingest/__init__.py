"""Bytes -> Document: files and their encoding, language, header lines, dateline, date of publication.

(The folder of the verb "read"; it bears another name because ``cronistoria.read`` is the function of the Python API.)
"""
