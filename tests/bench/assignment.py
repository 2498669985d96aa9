"""The cheapest way to give each row a column of its own: the yardstick for plans."""

from __future__ import annotations

from collections.abc import Sequence

Costs = Sequence[Sequence[float]]


def least_cost(costs: Costs) -> float:
    """The cost of the best assignment, by the Hungarian method (Kuhn 1955, shortest augmenting paths).

    There must be at least as many columns as rows. Takes rows² × columns steps.
    """
    columns = len(costs[0])
    of_row, of_column = [0.0] * (len(costs) + 1), [0.0] * (columns + 1)
    owner = [0] * (columns + 1)  # rows and columns count from 1; column 0 is where a row waits
    for row in range(1, len(costs) + 1):
        owner[0] = row
        came_from = _augment(costs, owner, of_row, of_column)
        _pass_on(owner, came_from)
    return sum(costs[row - 1][column - 1] for column, row in enumerate(owner) if column and row)


def least_cost_quickly(costs: Costs) -> float:
    """The same by SciPy's compiled solver; for whoever has it."""
    from scipy.optimize import linear_sum_assignment  # type: ignore[import-not-found,import-untyped,unused-ignore]

    rows, columns = linear_sum_assignment(costs)
    return float(sum(costs[row][column] for row, column in zip(rows, columns, strict=True)))


def _augment(costs: Costs, owner: list[int], of_row: list[float], of_column: list[float]) -> list[tuple[int, int]]:
    """Grow a tree of cheapest steps from column 0 until it meets a free column; returns the steps back from there."""
    columns = len(of_column)
    nearest, before = [float("inf")] * columns, [0] * columns
    waiting = set(range(1, columns))
    reached, column = [0], 0
    while owner[column]:
        row, offset = costs[owner[column] - 1], of_row[owner[column]]
        for other in waiting:
            price = row[other - 1] - offset - of_column[other]
            if price < nearest[other]:
                nearest[other], before[other] = price, column
        step = min(waiting, key=nearest.__getitem__)
        _raise_prices(nearest[step], (owner, of_row, of_column), reached, nearest, waiting)
        waiting.remove(step)
        reached.append(step)
        column = step
    path = []
    while column:
        path.append((column, before[column]))
        column = before[column]
    return path


def _raise_prices(
    by: float, prices: tuple[list[int], list[float], list[float]], reached: list[int], nearest: list[float],
    waiting: set[int],
) -> None:  # fmt: skip
    owner, of_row, of_column = prices
    for column in reached:
        of_row[owner[column]] += by
        of_column[column] -= by
    for column in waiting:
        nearest[column] -= by


def _pass_on(owner: list[int], path: list[tuple[int, int]]) -> None:
    for column, before in path:
        owner[column] = owner[before]
