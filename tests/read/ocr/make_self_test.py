"""Make `pipeline/dafu/read/ocr/self_test.png`, the page that `dafu doctor` reads.

apt-get install fonts-arphic-uming && python -m tests.read.ocr.make_self_test
"""

from __future__ import annotations

from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from dafu.read.ocr.self_test import LINES

TARGET = Path(__file__).parents[3] / "pipeline" / "dafu" / "read" / "ocr" / "self_test.png"
FONT = "/usr/share/fonts/truetype/arphic/uming.ttc"


def main() -> None:
    font = ImageFont.truetype(FONT, 44)
    page = Image.new("L", (900, 110 + 80 * len(LINES)), 255)
    draw = ImageDraw.Draw(page)
    for at, line in enumerate(LINES):
        draw.text((80, 70 + 80 * at), line, font=font, fill=0)
    page.quantize(16).save(TARGET, optimize=True)


if __name__ == "__main__":
    main()
