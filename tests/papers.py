"""What a reader finds on a paper: the words of a PDF, and the ink of a picture."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import numpy as np
from PIL import Image
from pypdf import PdfReader

from bot.render.qr import QUIET, modules

INCH = 25.4


def opened(content: bytes) -> PdfReader:
    return PdfReader(BytesIO(content), strict=True)


def lines(content: bytes) -> list[str]:
    """The lines of words, page after page."""
    every = (line for page in opened(content).pages for line in page.extract_text().split("\n"))
    return [line.strip() for line in every if line.strip()]


def sizes(content: bytes) -> list[tuple[int, int]]:
    """How wide and high each page is, in millimetres."""
    boxes = [page.mediabox for page in opened(content).pages]
    return [(round(box.width * INCH / 72), round(box.height * INCH / 72)) for box in boxes]


def ink(content: bytes) -> Any:
    """Where a picture is dark: rows of yes and no."""
    return np.asarray(Image.open(BytesIO(content)).convert("L")) < 128


def shows(dark: Any, link: str, *, x: float, y: float, side: float, dots: int) -> bool:
    """Whether the QR with its quiet zone, so many millimetres from the left and the top, is the
    link."""
    rows = np.array([list(row) for row in modules(link)], dtype=bool)
    middles = (np.arange(len(rows)) + QUIET + 0.5) * side / (len(rows) + 2 * QUIET)
    across, down = (((start + middles) * dots / INCH).astype(int) for start in (x, y))
    return bool((dark[np.ix_(down, across)] == rows).all())
