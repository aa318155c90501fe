"""Takes the README's picture of the page again: ``python -m tests.screenshot`` writes docs/screenshot.png."""

from __future__ import annotations

import tempfile
from io import BytesIO
from pathlib import Path

from PIL import Image

from tests.browsing import ROOT, ask, browsing, served

QUESTION = "How much drawdown authority remains?"
PICTURE = ROOT / "docs" / "screenshot.png"
MOST_BYTES = 200_000


def main() -> None:
    """Ask the sample corpus, and keep what the page shows, in few enough colours."""
    with tempfile.TemporaryDirectory() as work, served(Path(work), ROOT / "corpus") as address:
        looks = {"viewport": {"width": 1200, "height": 860}, "device_scale_factor": 1.5, "locale": "en-GB"}
        with browsing(Path(work) / "profile", **looks) as context:
            page = context.new_page()
            page.goto(address)
            ask(page, QUESTION)
            page.wait_for_timeout(2000)  # the page settles on the beginning of the answer
            taken = Image.open(BytesIO(page.screenshot()))
    PICTURE.parent.mkdir(exist_ok=True)
    taken.convert("RGB").quantize(96, dither=Image.Dither.NONE).save(PICTURE, optimize=True)
    if PICTURE.stat().st_size > MOST_BYTES:
        raise SystemExit(f"{PICTURE} has {PICTURE.stat().st_size} bytes, over {MOST_BYTES}: take fewer colours")


if __name__ == "__main__":
    main()
