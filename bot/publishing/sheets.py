"""The sheets beside the pages: every figure that stands in them, a row each. In Indonesian."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.cli.exports.table import Cell, as_csv
from bot.publishing.pages import sheet_name
from bot.publishing.results import ASKED, PRODUCTS, Results
from bot.texts import Texts
from models.figures import OWNS, Figures, Product
from models.letters import Text
from models.quarter import Quarter
from models.scores import DailyIndex, Element, Ikm
from models.survey_words import name, title

HEADER = (
    "triwulan", "per", "nomor_unit", "unit", "jenis", "unsur", "nilai", "mutu", "n", "target",
    "tepat_waktu", "sudah_jatuh_tempo",
)
MARK = "\ufeff"
"""Before a sheet, so that a spreadsheet reads it as UTF-8."""


def sheets(results: Sequence[Results], texts: Texts) -> dict[str, str]:
    """Every sheet, by its name in the folder."""
    rows: dict[Quarter, list[Sequence[Cell]]] = {}
    for one in results:
        here = rows.setdefault(one.quarter, [HEADER])
        here += [_beginning(one) + row for row in _rows(one, texts)]
    return {sheet_name(quarter): MARK + as_csv(found) for quarter, found in rows.items()}


def _rows(one: Results, texts: Texts) -> Iterator[tuple[Cell, ...]]:
    yield from _figures(one, texts)
    yield from _speeds(one, texts)
    yield from _complaints(one, texts)


def _beginning(one: Results) -> tuple[Cell, ...]:
    return one.quarter.key, one.closed, one.unit.id, one.unit.name


def _figures(one: Results, texts: Texts) -> Iterator[tuple[Cell, ...]]:
    for product in PRODUCTS:
        called = _called(one.figures, product, texts)
        whole = one.figures.whole(product)
        if isinstance(whole, Ikm):
            yield called, None, whole.ikm, whole.band.letter, whole.n, whole.target, None, None
        elif isinstance(whole, DailyIndex):
            yield called, None, whole.index, None, whole.n, None, None, None
        for found in one.figures.elements(product):
            if isinstance(found, Element):
                element = _plain(name(one.figures.asked(product), found.key), texts)
                score = (found.score, found.band.letter, found.n)
                yield called, element, *score, None, None, None


def _speeds(one: Results, texts: Texts) -> Iterator[tuple[Cell, ...]]:
    """The minutes of half of the visits, those that are promised, and how many kept to them."""
    called = _plain(Text("public-sheet-speed"), texts)
    for service, found in one.speeds:
        yield called, service, found.half, None, found.n, found.promised, found.kept, None


def _complaints(one: Results, texts: Texts) -> Iterator[tuple[Cell, ...]]:
    for kind in ASKED:
        if found := one.complaints.get(kind):
            called = _plain(Text("public-sheet-complaints"), texts)
            of_kind = _plain(Text(f"complaint-kind-{kind}"), texts)
            row = (None, None, found.n, None, found.kept, found.judged)
            yield called, of_kind, *row


def _called(figures: Figures, product: Product, texts: Texts) -> str:
    if product in OWNS:
        return _plain(title(figures.asked(product)), texts)
    return _plain(Text(f"public-sheet-{product}"), texts)


def _plain(words: Text | str, texts: Texts) -> str:
    return words if isinstance(words, str) else texts.plain("id", words)
