"""Makes ``reference/base_map.json``: the countries' outlines for the map, from Natural Earth (public domain).

Source: npm package world-atlas 2.0.2, ``countries-50m.json`` (Natural Earth 1:50m admin 0, version 4.1.0, as TopoJSON).
Borders are simplified once for both neighbours, and specks are left out. Run::

    npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz
    python -m models.reference.build_base_map package/countries-50m.json
"""

import json
import sys
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

OUT = Path("src/cronistoria/reference/base_map.json")
SCALE = 20
_TOLERANCE = 0.07
_SMALLEST = 0.03

Point = tuple[float, float]


def main() -> None:
    topology = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    arcs = [_simplified(list(_decoded(arc, topology["transform"]))) for arc in topology["arcs"]]
    outlines = [
        outline
        for country in topology["objects"]["countries"]["geometries"]
        for polygon in _polygons(country)
        if (outline := _outline([_ring(ring, arcs) for ring in polygon]))
    ]
    lines = ",\n".join(json.dumps(outline, separators=(",", ":")) for outline in sorted(outlines))
    OUT.write_text(f'{{"scale":{SCALE},"outlines":[\n{lines}\n]}}\n', encoding="utf-8")
    print(f"{OUT}: {len(outlines)} outlines, {OUT.stat().st_size} bytes")


def _decoded(arc: list[list[int]], transform: dict[str, list[float]]) -> Iterator[Point]:
    x = y = 0
    (sx, sy), (tx, ty) = transform["scale"], transform["translate"]
    for dx, dy in arc:
        x, y = x + dx, y + dy
        yield x * sx + tx, y * sy + ty


def _simplified(points: list[Point]) -> list[Point]:
    """Ramer, Douglas and Peucker."""
    keep, stack = {0, len(points) - 1}, [(0, len(points) - 1)]
    while stack:
        first, last = stack.pop()
        far, at = 0.0, None
        for n in range(first + 1, last):
            if (distance := _distance(points[n], points[first], points[last])) > far:
                far, at = distance, n
        if at is not None and far > _TOLERANCE:
            keep.add(at)
            stack += [(first, at), (at, last)]
    return [points[n] for n in sorted(keep)]


def _distance(point: Point, one: Point, other: Point) -> float:
    dx, dy = other[0] - one[0], other[1] - one[1]
    length = dx * dx + dy * dy
    along = 0.0 if not length else max(0.0, min(1.0, ((point[0] - one[0]) * dx + (point[1] - one[1]) * dy) / length))
    return float(((point[0] - one[0] - along * dx) ** 2 + (point[1] - one[1] - along * dy) ** 2) ** 0.5)


def _polygons(country: dict[str, object]) -> list[list[list[int]]]:
    arcs = country.get("arcs", [])
    assert isinstance(arcs, list)
    return [arcs] if country["type"] == "Polygon" else arcs


def _ring(ring: list[int], arcs: list[list[Point]]) -> list[Point]:
    points: list[Point] = []
    for number in ring:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        points += arc[1:] if points else arc
    return points


def _outline(rings: list[list[Point]]) -> list[object] | None:
    """West, north, east and south in steps of 1/20 degree, y downwards, and the path; ``None`` for a speck."""
    rings = [_unwrapped(ring) for ring in rings]
    drawn = [ring for ring in ([_step(point) for point in ring] for ring in rings) if len(set(ring)) > 2]
    if not drawn or _area(rings[0]) < _SMALLEST:
        return None
    xs, ys = [x for x, _ in drawn[0]], [y for _, y in drawn[0]]
    return [min(xs), min(ys), max(xs), max(ys), "".join(map(_path, drawn))]


def _unwrapped(ring: list[Point]) -> list[Point]:
    """A ring over the 180th meridian goes on beyond it, instead of around the world."""
    crosses = any(abs(a[0] - b[0]) > 180 for a, b in pairwise(ring))
    return [(x + 360 if crosses and x < 0 else x, y) for x, y in ring]


def _step(point: Point) -> tuple[int, int]:
    return round(point[0] * SCALE), round(-point[1] * SCALE)


def _area(ring: list[Point]) -> float:
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(ring))) / 2


def _path(ring: list[tuple[int, int]]) -> str:
    (x, y), moves = ring[0], []
    for a, b in ring[1:-1]:
        if (a, b) != (x, y):
            moves.append(f"{a - x} {b - y}")
            x, y = a, b
    return f"M{ring[0][0]} {ring[0][1]}l{' '.join(moves).replace(' -', '-')}z"


if __name__ == "__main__":
    main()
