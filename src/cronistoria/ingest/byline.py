"""Bylines: the line that names a report's author, who says nothing in it ("di Anna Rossi", "By Jane Doe").

A text comes in with the offset where its head ends, the offset behind the byline comes out. A place in capitals on the
line below belongs to it.
"""

import regex

from cronistoria.languages.reading import load_reading

_NAME = r"\p{Lu}[\p{L}.'’\-]+(?:[ ](?:\p{Ll}{2,3}[ ])?\p{Lu}[\p{L}.'’\-]*){1,4}"
_PLACE_LINE = regex.compile(r"\s*\n[ \t]*\p{Lu}[\p{Lu}'’. \-]{2,40}[ \t]*(?=\n|$)")


def skip_byline(text: str, start: int, language: str) -> int:
    """The offset behind a byline that opens the text; ``start`` if none does.

    >>> skip_byline("di Anna Rossi\\nOSLO\\nNulla.", 0, "it")
    18
    """
    reading = load_reading(language)
    words = "|".join(regex.escape(word) for word in sorted(reading.byline, key=lambda w: (-len(w), w)))
    joined = "|".join(regex.escape(word) for word in sorted(reading.joiners))
    line = rf"\s*(?i:{words})[ ]+{_NAME}(?:(?:,|[ ](?:{joined}))[ ]+{_NAME})*[ \t]*(?=\n|$)"
    found = regex.compile(line).match(text, start)
    if found is None or not text[found.end() :].strip():
        return start
    end = int(found.end())
    place = _PLACE_LINE.match(text, end)
    return int(place.end()) if place and text[place.end() :].strip() else end
