"""One table at the end: what ran for how long, and what it came to. How far is in tests/tiers.py."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from tests.tiers import TIER

HEADINGS = ("walk", "seconds", "came to", "held")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print it when anything of this folder ran."""
    reports = [one for name in ("passed", "failed") for one in terminalreporter.getreports(name) if _is_ours(one)]
    if reports:
        terminalreporter.section(f"soak, {TIER} tier")
        terminalreporter.write_line(table(map(_cells, reports)))


def _is_ours(report: pytest.TestReport) -> bool:
    return report.when == "call" and report.nodeid.startswith("tests/soak/")


def _cells(report: pytest.TestReport) -> tuple[str, ...]:
    name = report.nodeid.rpartition("::test_")[2].replace("_", " ")
    came_to = str(dict(report.user_properties).get("came to", ""))
    return name, f"{report.duration:,.1f}", came_to, "held" if report.passed else "not held"


def table(rows: Iterable[tuple[str, ...]]) -> str:
    """Aligned columns, seconds to the right."""
    lines = [HEADINGS, *rows]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    return "\n".join(
        f"{walk:<{widths[0]}}  {seconds:>{widths[1]}}  {came_to:<{widths[2]}}  {held}"
        for walk, seconds, came_to, held in lines
    )
