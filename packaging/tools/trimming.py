"""What of Qt, of Python and of the builder's system goes into a packaged Hallway, and what stays out."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import PurePosixPath

PLUGINS = {
    "platforms": {"xcb", "wayland", "offscreen", "windows", "cocoa"},
    "platformthemes": {"gtk3", "xdgdesktopportal"},
    "platforminputcontexts": {"composeplatforminputcontextplugin", "ibusplatforminputcontextplugin"},
    "imageformats": {"gif", "jpeg", "webp", "svg", "ico"},
    "iconengines": {"svgicon"},
    "styles": {"macstyle", "modernwindowsstyle"},
    "wayland-shell-integration": {"xdg-shell"},
    "wayland-decoration-client": {"adwaita", "bradient"},
}
"""Qt's plugins that Hallway has a use for; it speaks to no network, plays nothing and draws no 3D."""
LIBRARIES = {"Core", "Gui", "Widgets", "Svg", "DBus", "XcbQpa", "WaylandClient", "PrintSupport"}
MODULES = {"QtCore", "QtGui", "QtWidgets", "QtSvg"}
OF_THE_SYSTEM = ("libpython3", "libssl.", "libcrypto.", "libffi.", "libbz2.", "liblzma.")
"""What Python itself is linked to. Everything else outside of Python's packages, above all what Qt speaks to the
desktop with, is the system's own on Linux: kept up to date there, and fitting its display."""
EXCLUDED = (
    "_sqlite3", "tkinter", "_tkinter", "curses", "_curses", "readline", "test", "lib2to3", "idlelib", "ensurepip",
    "venv", "pydoc_data", "turtledemo", "setuptools", "pip", "PyInstaller", "numpy", "PIL", "lxml", "pytest",
    "hypothesis", "pytz",
    "PySide6.QtNetwork", "PySide6.QtDBus", "PySide6.QtOpenGL", "PySide6.QtOpenGLWidgets", "PySide6.QtQml",
    "PySide6.QtQuick", "PySide6.QtSql", "PySide6.QtTest", "PySide6.QtDesigner", "PySide6.QtHelp", "PySide6.QtUiTools",
    "PySide6.QtWebEngineCore", "PySide6.QtMultimedia", "PySide6.QtCharts", "PySide6.QtXml", "PySide6.QtSvgWidgets",
    "PySide6.QtConcurrent",
)  # fmt: skip
"""Modules that nothing of Hallway imports; there is one SQLite in it, and it is not the one of the standard library."""

_PLUGIN = re.compile(r"/plugins/([^/]+)/(?:lib)?q?([^/]+?)\.(?:so|dll|dylib)$")
_LIBRARY = re.compile(r"(?:^|/)(?:lib)?Qt6?([A-Z][A-Za-z0-9]*?)(?:\.so[.\d]*|\.dll|\.dylib|\.framework/.*)$")
_MODULE = re.compile(r"(?:^|/)PySide6/(Qt[A-Za-z0-9]+)\.(?:abi3\.|cp\d+[^/]*\.)?(?:so|pyd)$")
_NEVER = re.compile(
    r"/(?:translations|qml|libexec|metatypes|typesystems|glue)/|(?:^|/)(?:opengl32sw|d3dcompiler_47)\.dll$"
)


def is_wanted(place: str, source: str, packages: str, platform: str) -> bool:
    """Whether a file belongs in the bundle.

    `place` is where it would lie in it and `source` where it comes from, both with forward slashes; `packages` is the
    folder of Python's packages, and `platform` that of `sys.platform`.
    """
    if _NEVER.search(place):
        return False
    if found := _PLUGIN.search(place):
        return found[2] in PLUGINS.get(found[1], ())
    if found := _LIBRARY.search(place):
        return found[1] in LIBRARIES
    if found := _MODULE.search(place):
        return found[1] in MODULES
    if platform == "linux" and _is_system_library(place, source, packages):
        return PurePosixPath(place).name.startswith(OF_THE_SYSTEM)
    return True


def trimmed(
    entries: Iterable[tuple[str, str, str]], packages: str, platform: str
) -> list[tuple[str, str, str]]:
    """The entries (place, source, kind) that belong in the bundle."""
    return [
        entry for entry in entries
        if is_wanted(entry[0].replace("\\", "/"), entry[1].replace("\\", "/"), packages.replace("\\", "/"), platform)
    ]  # fmt: skip


def _is_system_library(place: str, source: str, packages: str) -> bool:
    """A shared library at the top of the bundle; PyInstaller names a link by what it points at, within the bundle."""
    is_library = ".so" in PurePosixPath(place).name and "/" not in place
    return is_library and source.startswith("/") and not source.startswith(packages)
