"""Run a command and print its wall time in milliseconds and its largest memory in kilobytes.

A small process of its own, because on Linux a child's largest memory starts at that of the process it came from.
"""

from __future__ import annotations

import os
import sys
import time


def main() -> int:
    start = time.perf_counter()
    child = os.posix_spawn(sys.argv[1], sys.argv[1:], os.environ)
    _, status, used = os.wait4(child, 0)
    elapsed = (time.perf_counter() - start) * 1000
    kilobytes = used.ru_maxrss // 1024 if sys.platform == "darwin" else used.ru_maxrss
    print(elapsed, kilobytes)
    return os.waitstatus_to_exitcode(status)


if __name__ == "__main__":
    sys.exit(main())
