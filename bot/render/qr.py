"""QR codes of links: what a citizen scans at a counter."""

from __future__ import annotations

from io import BytesIO

import segno


def svg(link: str) -> str:
    """The link as one SVG element that fills whatever it is put into."""
    kept = BytesIO()
    _code(link).save(
        kept, kind="svg", xmldecl=False, nl=False, omitsize=True, dark="black", light="white"
    )
    return kept.getvalue().decode()


def modules(link: str) -> tuple[bytes, ...]:
    """The link row by row, a byte for each module: 1 is dark. Without its quiet zone."""
    return tuple(bytes(row) for row in _code(link).matrix)


def _code(link: str) -> segno.QRCode:
    # A micro QR is not read by every phone; M mends 15 % of a poster that is worn or dirty.
    return segno.make(link, error="m", micro=False)
