"""The proofs of a quarter that is over: its root, its leaves, and the codes that citizens keep.

The codes stand there openly: anybody can show anybody's, so a code shown proves nothing of who
rated. None stands there while the quarter runs: when one came would tell when somebody came.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

from bot.cli.exports.table import as_csv
from bot.publishing.pages import Tongue, proofs_name, whole
from bot.publishing.results import Results
from bot.texts import Texts
from handlers.words.figures import quarter_name
from models.people import LANGUAGES
from models.quarter import Quarter
from models.services import spelt_code
from models.store import Store
from models.store.ratings.counted import codes
from models.store.ratings.counted.trees import WholeTree, whole_tree

HEADER = ("daun", "kode")
MARK = "\ufeff"
NEVER_APART = "\u00a0"


@dataclass(frozen=True)
class QuarterProofs:
    """A quarter's tree, and its codes in their order, each with its leaf."""

    quarter: Quarter
    tree: WholeTree
    codes: Mapping[str, str]

    @property
    def letters(self) -> Iterator[tuple[str, list[str]]]:
        """The codes by their first letter."""
        for letter, some in groupby(self.codes, key=itemgetter(0)):
            yield letter, list(some)


def proofs_of(store: Store, results: Sequence[Results]) -> list[QuarterProofs]:
    """Those of the published quarters that are over everywhere."""
    running = {one.quarter for one in results if one.is_running}
    over = sorted({one.quarter for one in results} - running, reverse=True)
    trees = ((quarter, whole_tree(store, quarter)) for quarter in over)
    return [
        QuarterProofs(each, tree, dict(sorted(codes.of_quarter(store, each, tree.leaves))))
        for each, tree in trees
        if tree is not None
    ]


def proof_files(found: Sequence[QuarterProofs], texts: Texts) -> dict[str, str]:
    """Their pages and sheets, by their names in the folder."""
    files: dict[str, str] = {}
    for one in found:
        of_leaf = {leaf: code for code, leaf in one.codes.items()}
        rows = [(leaf, of_leaf.get(leaf)) for leaf in one.tree.leaves]
        files[_sheet(one.quarter)] = MARK + as_csv([HEADER, *rows])
        for language in LANGUAGES:
            tongue = Tongue(texts, language)
            files[f"{tongue.folder}{proofs_name(one.quarter)}"] = _page(tongue, one)
            for letter, some in one.letters:
                name = proofs_name(one.quarter, letter)
                files[f"{tongue.folder}{name}"] = _of_letter(tongue, one, name, some)
    return files


def _sheet(quarter: Quarter) -> str:
    return f"bukti-{quarter.key.lower()}.csv"


def _page(tongue: Tongue, one: QuarterProofs) -> str:
    """What the root is, how a code is found, and the letters with which codes begin."""
    here, title = proofs_name(one.quarter), _title(tongue, one)
    ways = (
        f'<a href="{proofs_name(one.quarter, letter)}">{letter}</a>' for letter, _ in one.letters
    )
    body = [
        *_heading(tongue, title),
        f"<p>{tongue.say('proof-how', n=len(one.tree.leaves))}</p>",
        f"<nav>{' '.join(ways)}</nav>",
        f"<p>{tongue.say('proof-root', root=one.tree.root)}</p>",
        f'<p><a href="{tongue.top}{_sheet(one.quarter)}">CSV</a></p>',
    ]
    return whole(tongue, here, title, body, ())


def _of_letter(tongue: Tongue, one: QuarterProofs, here: str, some: Sequence[str]) -> str:
    title = _title(tongue, one)
    listed = " · ".join(spelt_code(code).replace(" ", NEVER_APART) for code in some)
    back = f'<nav><a href="{proofs_name(one.quarter)}">{title}</a></nav>'
    body = [*_heading(tongue, title), f"<p>{tongue.say('proof-codes')}</p>", f"<p>{listed}</p>"]
    return whole(tongue, here, title, [*body, back], ())


def _heading(tongue: Tongue, title: str) -> tuple[str, str]:
    return (
        f'<nav><a href="index.html">{tongue.say("public-all")}</a></nav>',
        f"<h1>{title}</h1>",
    )


def _title(tongue: Tongue, one: QuarterProofs) -> str:
    return tongue.say("proof-title", quarter=quarter_name(one.quarter))
