"""The one runner: every measurement of speed and durability, then the tables.

    python -m benchmarks                 # all of it: about an hour on two cores
    python -m benchmarks side_by_side growth

Knows the order. Does not know what is measured.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
from collections.abc import Callable

from benchmarks import encoders, growth, scale, side_by_side, tables
from benchmarks.machine import RESULTS, keep


def kills() -> None:
    """The suite's kill test with ten times its rounds."""
    environment = {**os.environ, "CITEWIRE_TEST_KILLS": os.environ.get("CITEWIRE_TEST_KILLS", "200")}
    command = [sys.executable, "-m", "pytest", "-q", "-s", "tests/index/test_kill.py"]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    found = re.search(r"\d+ kills over .*", done.stderr + done.stdout)
    told = found.group() if found and done.returncode == 0 else f"failed:\n{done.stdout[-2000:]}"
    keep({"told": told}, RESULTS / "kills.json")
    print(told)


PARTS: dict[str, Callable[[], None]] = {
    "side_by_side": lambda: side_by_side.main([]),
    "growth": lambda: growth.main([]),
    "scale": lambda: scale.main([]),
    "kills": kills,
    "encoders": lambda: encoders.main([]),
}


def main() -> None:
    """Run the parts named, all by default."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("parts", nargs="*", choices=[[], *PARTS], default=[])
    given = parser.parse_args()
    for part in given.parts or PARTS:
        PARTS[part]()
    tables.main()


if __name__ == "__main__":
    main()
