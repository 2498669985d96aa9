"""Where the files that come with Hallway lie: fonts, icons, themes, templates."""

from __future__ import annotations

from pathlib import Path

_INSIDE_PACKAGE = Path(__file__).resolve().parent / "_resources"
_PROJECT_ROOT = Path(__file__).resolve().parents[2]


def resource(*parts: str) -> Path:
    """Return the path of a bundled file or folder, e.g. ``resource("icons", "sun.svg")``.

    An installed or packaged Hallway carries its files inside the package; a checkout keeps them
    in ``resources`` at the project root. The path is returned even when nothing is there.
    """
    root = _INSIDE_PACKAGE if _INSIDE_PACKAGE.is_dir() else _PROJECT_ROOT / "resources"
    return root.joinpath(*parts)
