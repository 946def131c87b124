"""A day of the world's news on paper: `python -m benchmarks.news_day --rate 6 [--machines 1 10 100]`.

Shards are handed out as `batch` does it: a free worker takes the next one. How long each takes is drawn (with a fixed
seed) around what one worker reads a second, as unevenly as measured shards are (``--spread``, their standard deviation
over their mean). Workers die now and then (``--deaths``, a worker an hour), losing the shard that they had in hand and
the time that the model takes to load. What one process does alone (unpacking inputs, ``--unpacking`` a second) is held
against what the workers need; merging scales with the workers but for joining. Nothing is assumed but the options: give
those that `benchmarks.batch` measured on your machine.
"""

import argparse
import heapq
import random
from typing import NamedTuple

_HOUR, _DAY, _TERA = 3600.0, 86_400.0, 1e12


class World(NamedTuple):
    """A day's reports, and what machines make of them; rates are per second and worker."""

    reports: int
    shard: int
    rate: float
    spread: float
    deaths: float
    loading: float
    unpacking: float
    merging: float
    records: float
    bytes: float


def reading_seconds(world: World, workers: int, seed: int = 1) -> float:
    """When the last shard is done."""
    draw = random.Random(seed)
    free = [world.loading] * workers
    heapq.heapify(free)
    end = 0.0
    for _ in range(-(-world.reports // world.shard)):
        start = heapq.heappop(free)
        mean = world.shard / world.rate
        seconds = max(draw.gauss(mean, mean * world.spread), mean / 10)
        while draw.random() < world.deaths * seconds / _HOUR:
            start += seconds * draw.random() + world.loading
        heapq.heappush(free, start + seconds)
        end = max(end, start + seconds)
    return max(end, world.reports / world.unpacking)


def main() -> None:
    """Prints a line for each number of machines."""
    parser = argparse.ArgumentParser(description="Simulate a day of the world's news.")
    parser.add_argument("--machines", type=int, nargs="+", default=[1, 10, 100])
    parser.add_argument("--cores", type=int, default=16)
    parser.add_argument("--reports", type=int, default=1_000_000)
    parser.add_argument("--shard", type=int, default=200)
    parser.add_argument("--rate", type=float, required=True, help="reports a second of one worker")
    parser.add_argument("--spread", type=float, default=0.2)
    parser.add_argument("--deaths", type=float, default=0.01)
    parser.add_argument("--loading", type=float, default=5)
    parser.add_argument("--unpacking", type=float, default=5_000)
    parser.add_argument("--merging", type=float, default=1_000, help="records a second of one worker")
    parser.add_argument("--records", type=float, default=17)
    parser.add_argument("--bytes", type=float, default=12_000)
    options = vars(parser.parse_args())
    machines, cores = options.pop("machines"), options.pop("cores")
    world = World(**options)
    alone = reading_seconds(world, cores)
    print(f"{world.reports:,} reports, {world.reports * world.bytes / _TERA:.3f} TB")
    for count in machines:
        workers = count * cores
        reading = reading_seconds(world, workers)
        merging = world.reports * world.records / world.merging / workers
        days = (reading + merging) / _DAY
        print(
            f"{count:>4} machine(s) of {cores}: reading {reading / _HOUR:6.2f} h"
            f" ({alone / reading / count:.0%} of linear),"
            f" merging {merging / _HOUR:6.2f} h; {'keeps up' if days < 1 else f'needs {days:.1f} days a day'}"
        )


if __name__ == "__main__":
    main()
