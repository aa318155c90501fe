"""Runs a command and tells what it cost; describes the machine the figures come from; keeps them.

Knows processes, and where figures are kept. Does not know what is measured. Peers import it in
environments of their own, so it needs the standard library only.
"""

from __future__ import annotations

import json
import os
import platform
import subprocess
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

RESULTS = Path(__file__).parent / "results"


@dataclass(frozen=True, slots=True)
class Spent:
    """Wall-clock and processor seconds, the peak of resident memory in MB, and what the command printed."""

    seconds: float
    cpu: float
    peak_mb: float
    output: str

    def figures(self) -> dict[str, float]:
        """The numbers, rounded, for a JSON file."""
        return {"seconds": round(self.seconds, 2), "cpu": round(self.cpu, 2), "peak_mb": round(self.peak_mb)}


def run(command: Sequence[str | Path], *, env: Mapping[str, str] | None = None) -> Spent:
    """Run to the end. Ends this program where the command fails, with what it said."""
    words = [str(word) for word in command]
    environment = {**os.environ, "HF_HUB_OFFLINE": "1", "TOKENIZERS_PARALLELISM": "false", **(env or {})}
    started = time.perf_counter()
    with tempfile.TemporaryFile("w+") as errors:
        process = subprocess.Popen(words, stdout=subprocess.PIPE, stderr=errors, text=True, env=environment)
        assert process.stdout is not None
        output = process.stdout.read()
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - started
        process.returncode = os.waitstatus_to_exitcode(status)
        process.stdout.close()
        if process.returncode not in (0, 3):  # 3: an answer refused for lack of evidence is an answer
            errors.seek(0)
            raise SystemExit(f"{' '.join(words)} ended with {process.returncode}:\n{errors.read()[-2000:]}")
    return Spent(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, output)


def describe() -> dict[str, object]:
    """Processor, cores at hand, memory, versions."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return {
        "processor": _processor(),
        "cores": len(os.sched_getaffinity(0)),
        "memory_gib": round(memory, 1),
        "system": f"{platform.system()} {platform.release()}",
        "python": platform.python_version(),
        "load_before": [round(load, 1) for load in os.getloadavg()],
    }


def keep(told: object, file: Path) -> None:
    """Write figures as a JSON file."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(told, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def resident_mb() -> float:
    """Resident memory of this process."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


def timed(search: Callable[[str], Sequence[object]], questions: Sequence[str]) -> list[float]:
    """The milliseconds of each question; each must find five."""
    spent = []
    for question in questions:
        began = time.perf_counter()
        found = search(question)
        spent.append(round(1000 * (time.perf_counter() - began), 2))
        assert len(found) == 5
    return spent


def _processor() -> str:
    for line in Path("/proc/cpuinfo").read_text().splitlines():
        if line.startswith("model name"):
            return line.partition(":")[2].strip()
    return platform.machine()
