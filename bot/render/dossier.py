"""All that is held of one person as a PDF to be read, with the same inside it as JSON.

The letters are DejaVu's, which matplotlib brings along; a sign that they lack is a hollow box. The
same facts make the same bytes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from importlib.util import find_spec
from pathlib import Path
from typing import TypeAlias

from fpdf import FPDF
from fpdf.enums import XPos, YPos

Lines: TypeAlias = Sequence[tuple[str, str]]
FAMILY, MARGIN, HOLLOW = "DejaVu", 18, "\u25a1"
TALL = {"title": 16, "section": 12, "line": 9}
LEADING = 1.25
ATTACHED = "tilik.json"


@dataclass(frozen=True)
class Page:
    """What stands in the document: a title, a few sentences, and sections of entries, each a few
    labels with their values. `attached` goes inside as a file; `made_at` is when it is made."""

    title: str
    lead: Sequence[str]
    sections: Sequence[tuple[str, Sequence[Lines]]]
    attached: bytes
    made_at: datetime
    language: str


def drawn(page: Page) -> bytes:
    """The PDF."""
    pdf = FPDF(format="A4")
    pdf.set_creation_date(page.made_at)
    pdf.set_title(page.title)
    pdf.set_lang(page.language)
    pdf.set_margin(MARGIN)
    pdf.set_auto_page_break(auto=True, margin=MARGIN)
    for style, file in (("", "DejaVuSans.ttf"), ("B", "DejaVuSans-Bold.ttf")):
        pdf.add_font(FAMILY, style, _fonts() / file)
    pdf.add_page()
    _write(pdf, page.title, "title", bold=True)
    for sentence in page.lead:
        _write(pdf, sentence, "line")
    for title, entries in page.sections:
        _section(pdf, title, entries)
    _attach(pdf, page)
    return bytes(pdf.output())


def _section(pdf: FPDF, title: str, entries: Sequence[Lines]) -> None:
    pdf.ln(4)
    _write(pdf, title, "section", bold=True)
    for entry in entries:
        told = (f"{label}: {value}" if label else value for label, value in entry)
        _write(pdf, " · ".join(told), "line")
        pdf.ln(1.5)


def _write(pdf: FPDF, words: str, kind: str, *, bold: bool = False) -> None:
    pdf.set_font(FAMILY, "B" if bold else "", TALL[kind])
    known = pdf.fonts[f"{FAMILY.lower()}{'B' if bold else ''}"].cmap  # type: ignore[union-attr]
    shown = "".join(one if ord(one) in known or one == "\n" else HOLLOW for one in words)
    high = pdf.font_size * LEADING
    pdf.multi_cell(0, high, shown, align="L", new_x=XPos.LMARGIN, new_y=YPos.NEXT)


def _attach(pdf: FPDF, page: Page) -> None:
    pdf.embed_file(
        bytes=page.attached,
        basename=ATTACHED,
        mime_type="application/json",
        creation_date=page.made_at,
        modification_date=page.made_at,
        compress=True,
    )


def _fonts() -> Path:
    """Where matplotlib has its letters, without loading it."""
    found = find_spec("matplotlib")
    assert found is not None  # noqa: S101 - a requirement of Tilik
    assert found.origin is not None  # noqa: S101
    return Path(found.origin).parent / "mpl-data" / "fonts" / "ttf"
