"""Run every bench and print one table: `python -m tests.bench [--scale 0.1] [NAME …]`."""

from __future__ import annotations

import argparse
import importlib
import pkgutil
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import cast

from tests.bench.rows import Row, table

Bench = Callable[[float], list[Row]]

PREFIX = "bench_"


def names(folder: Path = Path(__file__).parent) -> list[str]:
    """The figures that can be measured: one per module `bench_<figure>`."""
    modules = (module.name for module in pkgutil.iter_modules([str(folder)]))
    return sorted(name.removeprefix(PREFIX) for name in modules if name.startswith(PREFIX))


def bench(name: str) -> Bench:
    """The function that measures this figure."""
    return cast("Bench", importlib.import_module(f"tests.bench.{PREFIX}{name}").rows)


def measured(name: str, scale: float) -> list[Row]:
    """One bench's rows; a bench that breaks is a promise not held, and the others still run."""
    print(f"measuring {name} …", file=sys.stderr, flush=True)
    try:
        return bench(name)(scale)
    except Exception as error:  # whatever it was, it belongs in the table
        return [Row(name, "", float("nan"), None, None, f"{type(error).__name__}: {error}", held=False)]


def main(words: Sequence[str] | None = None) -> int:
    """Measure what the words name (all by default); 1 when a promise is not held."""
    parser = argparse.ArgumentParser(prog="make bench", description="Speed, against what was promised.")
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"one or more of: {', '.join(names())}")
    parser.add_argument("--scale", type=float, default=1.0, help="share of 10,000 people (default 1.0)")
    chosen = parser.parse_args(words)
    if unknown := set(chosen.names) - set(names()):
        parser.error(f"no bench is called {', '.join(sorted(unknown))}")
    rows = [row for name in chosen.names or names() for row in measured(name, chosen.scale)]
    print(table(rows))
    return 0 if all(row.held for row in rows) else 1


if __name__ == "__main__":
    sys.exit(main())
