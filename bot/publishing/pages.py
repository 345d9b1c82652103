"""The pages: plain HTML that an old phone shows at once, without a script and without a picture.

Whatever people wrote stands in a page through `Texts.marked` or `_plain`, which escape it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from html import escape

from bot.publishing.results import ASKED, PRODUCTS, Complained, Improvement, Results
from bot.texts import Texts
from handlers.words.figures import lowest, quarter_name
from models.figures import DAILIES, Figures, Product
from models.letters import Fact, Lines, Text, Words
from models.people import LANGUAGES
from models.quarter import Quarter
from models.scores import DailyIndex, Element, Ikm
from models.services import Unit
from models.survey_words import name, title
from models.visits import Speed

FIRST = LANGUAGES[0]
"""The language of the pages that stand at the top of the folder; others have a folder each."""
HEADS = ("element", "score", "n")
STYLE = (
    ":root{color-scheme:light dark;--ink:#1b232b;--grey:#5b6670;--rule:#c3cbd2;--page:#fff;"
    "--link:#0b5394}"
    "@media(prefers-color-scheme:dark){:root{--ink:#e8ecef;--grey:#a3adb6;--rule:#3b444d;"
    "--page:#14181c;--link:#8ec5ff}}"
    "body{margin:0 auto;max-width:40rem;padding:1rem;font:1rem/1.5 system-ui,sans-serif;"
    "color:var(--ink);background:var(--page);overflow-wrap:anywhere}"
    "a{color:var(--link)}h1{font-size:1.35rem;line-height:1.25;margin:.5rem 0}"
    "h2{font-size:1.1rem;margin:1.75rem 0 .25rem}p,ul{margin:.5rem 0}ul{padding-left:1.2rem}"
    "nav a,footer a{display:inline-block;padding:.3rem .6rem .3rem 0}"
    ".big{font-size:1.1rem}.big b{font-size:2.2rem;line-height:1.2}"
    ".grey,footer{color:var(--grey)}footer{margin-top:2rem;border-top:1px solid var(--rule)}"
    "table{border-collapse:collapse;width:100%}"
    "th,td{text-align:left;padding:.3rem .5rem .3rem 0;border-bottom:1px solid var(--rule);"
    "vertical-align:top;font-weight:400}"
    "thead th{color:var(--grey);white-space:nowrap}td{text-align:right;white-space:nowrap}"
    "thead th:not(:first-child){text-align:right}summary{padding:.4rem 0}"
)


@dataclass(frozen=True)
class Tongue:
    """The words of one language, the folder in which its pages stand, and the quarters that have
    proofs."""

    texts: Texts
    language: str
    proven: frozenset[Quarter] = frozenset()

    @property
    def folder(self) -> str:
        return "" if self.language == FIRST else f"{self.language}/"

    @property
    def top(self) -> str:
        """The way from one of its pages to the folder of all."""
        return "../" * bool(self.folder)

    def say(self, text: str, /, **facts: Fact) -> str:
        """A text as HTML."""
        return self.words(Text(text, facts))

    def words(self, words: Words) -> str:
        """Words as HTML."""
        return self.texts.marked(self.language, words).replace("\n", "<br>")


def pages(
    results: Sequence[Results], texts: Texts, proven: Collection[Quarter]
) -> dict[str, str]:
    """Every page of results, by its name in the folder; `proven`: the quarters that have proofs."""
    of_unit: dict[int, list[Results]] = defaultdict(list)
    there: dict[Quarter, set[int]] = defaultdict(set)
    for one in results:
        of_unit[one.unit.id].append(one)
        there[one.quarter].add(one.unit.id)
    found: dict[str, str] = {}
    for language in LANGUAGES:
        tongue = Tongue(texts, language, frozenset(proven))
        found[f"{tongue.folder}index.html"] = _index(tongue, results)
        for one in results:
            name = f"{tongue.folder}{page_name(one.unit, one.quarter)}"
            found[name] = _page(tongue, one, of_unit[one.unit.id], there[one.quarter])
    return found


def page_name(unit: Unit, quarter: Quarter) -> str:
    """What the page of a unit and a quarter is called."""
    return f"u{unit.id}-{quarter.key.lower()}.html"


def sheet_name(quarter: Quarter) -> str:
    """What the sheet of a quarter is called."""
    return f"hasil-{quarter.key.lower()}.csv"


def proofs_name(quarter: Quarter, letter: str = "") -> str:
    """What the page of a quarter's proofs is called, and that of the codes with a first letter."""
    return f"bukti-{quarter.key.lower()}{f'-{letter.lower()}' if letter else ''}.html"


def _index(tongue: Tongue, results: Sequence[Results]) -> str:
    """The units at the top and right below them, each with its newest quarter that has a figure."""
    newest: dict[int, Results] = {}
    for one in sorted(results, key=lambda one: not _has_figure(one.figures)):
        newest.setdefault(one.unit.id, one)
    body = [f"<h1>{tongue.say('public-title')}</h1>", f"<p>{tongue.say('public-about')}</p>"]
    order = dict.fromkeys(one.unit.id for one in results)
    for one in (newest[unit] for unit in order):
        if len(one.above) < 2:
            tag = "h2" if not one.above else "h3"
            body.append(f"<{tag}>{_link(one.unit, one.quarter)}</{tag}>")
            body.append(f"<p>{tongue.words(quarter_name(one.quarter))}: {_headline(tongue, one)}")
    return whole(tongue, "index.html", tongue.say("public-title"), body, _quarters(results))


def _has_figure(figures: Figures) -> bool:
    return any(isinstance(figures.whole(one), Ikm | DailyIndex) for one in PRODUCTS)


def _headline(tongue: Tongue, one: Results) -> str:
    figures = one.figures
    if isinstance(figures.official, Ikm):
        return _official(tongue, figures.official)
    if isinstance(index := figures.whole(figures.leads), DailyIndex):
        return tongue.say("public-daily", kind=figures.leads, index=index.index, n=index.n)
    return tongue.say("public-few")


def _page(
    tongue: Tongue, one: Results, quarters: Sequence[Results], there: Collection[int]
) -> str:
    """A unit and a quarter, with the ways to its other quarters and to the units that are there."""
    named = escape(one.unit.name)
    until = tongue.say("public-running" if one.is_running else "public-over", day=one.closed)
    body = [
        f"<nav>{_above(tongue, one, there)}</nav>",
        f"<h1>{named}</h1>",
        f"<p>{tongue.words(quarter_name(one.quarter))} · {until}</p>",
        *_of_survey(tongue, one),
        *_of_daily(tongue, one.figures),
        *_lowest(tongue, one.figures),
        *_quick(tongue, one),
        *_done(tongue, one.improvements),
        *_complained(tongue, one),
        *_around(tongue, one, there),
    ]
    here = page_name(one.unit, one.quarter)
    title = f"{named}, {tongue.words(quarter_name(one.quarter))}"
    return whole(tongue, here, title, body, quarters)


def _of_survey(tongue: Tongue, one: Results) -> Iterator[str]:
    """The official survey, and apart from it each of the office's own."""
    figures = one.figures
    yield f"<h2>{tongue.say('public-survey')}</h2>"
    if isinstance(figures.official, Ikm):
        yield f'<p class="big">{_official(tongue, figures.official)}</p>'
        yield f'<p class="grey">{tongue.say("summary-basis", basis=one.basis)}</p>'
        yield from _elements(tongue, figures, "official")
    else:
        yield f"<p>{tongue.say('public-few')}</p>"
    for place, found in figures.own.items():
        if isinstance(found, Ikm):
            yield f"<h2>{_plain(tongue, title(figures.asked(place)))}</h2>"
            yield f'<p class="big">{tongue.say("public-own", **_ikm_facts(found))}</p>'
            yield from _elements(tongue, figures, place)


def _official(tongue: Tongue, ikm: Ikm) -> str:
    if ikm.target is None:
        return tongue.say("public-official", **_ikm_facts(ikm))
    ending = "provisional" if ikm.provisional else "target"
    return tongue.say(f"public-official-{ending}", **_ikm_facts(ikm), target=ikm.target)


def _ikm_facts(ikm: Ikm) -> dict[str, Fact]:
    band = Text(f"band-{ikm.band.key}")
    return {"ikm": ikm.ikm, "letter": ikm.band.letter, "band": band, "n": ikm.n or 0}


def _of_daily(tongue: Tongue, figures: Figures) -> Iterator[str]:
    """The index that leads, and beside it the others that have enough."""
    yield f"<h2>{tongue.say('public-indices')}</h2>"
    kinds = dict.fromkeys((figures.leads, *DAILIES))
    indices = {one: there for one in kinds if isinstance(there := figures.whole(one), DailyIndex)}
    if not indices:
        yield f"<p>{tongue.say('public-few')}</p>"
    for kind, index in indices.items():
        look = ' class="big"' if kind == figures.leads else ""
        said = tongue.say("public-daily", kind=kind, index=index.index, n=index.n)
        yield f"<p{look}>{said}</p>"
        yield from _elements(tongue, figures, kind)
    yield f'<p class="grey">{tongue.say("public-how-daily")}</p>'


def _elements(tongue: Tongue, figures: Figures, product: Product) -> Iterator[str]:
    """A table of the elements, folded: of those with too few answers only that."""
    survey = figures.asked(product)
    rows = [
        _row(tongue, name(survey, key), one, figures)
        for key, one in zip(survey.elements, figures.elements(product), strict=False)
    ]
    if rows:
        heads = "".join(f"<th>{tongue.say(f'public-head-{one}')}</th>" for one in HEADS)
        table = f"<table><thead><tr>{heads}</tr></thead>{''.join(rows)}</table>"
        yield f"<details><summary>{tongue.say('public-elements')}</summary>{table}</details>"


def _row(tongue: Tongue, called: Text | str, one: object, figures: Figures) -> str:
    label = f"<th>{_plain(tongue, called)}</th>"
    if not isinstance(one, Element):
        return f"<tr>{label}<td>–</td><td>–</td></tr>"
    score = tongue.say("public-score", score=one.score, letter=one.band.letter)
    return f"<tr>{label}<td>{score}</td><td>{tongue.say('public-n', n=one.n or 0)}</td></tr>"


def _lowest(tongue: Tongue, figures: Figures) -> Iterator[str]:
    """The three lowest of the product that is told first, with what is named as their cause."""
    products: tuple[Product, ...] = ("official", figures.leads)
    product = next((one for one in products if figures.elements(one)), None)
    if product is not None:
        lines = tongue.words(Lines(tuple(lowest(figures, product))))
        yield f"<h2>{tongue.say('public-lowest')}</h2><p>{lines}</p>"


def _quick(tongue: Tongue, one: Results) -> Iterator[str]:
    """How long visits took, by service."""
    told = ((escape(service), _speed(tongue, found)) for service, found in one.speeds)
    items = [f"<li><b>{service}</b>: {said}</li>" for service, said in told]
    if items:
        yield f"<h2>{tongue.say('public-speed')}</h2><ul>{''.join(items)}</ul>"
        yield f'<p class="grey">{tongue.say("public-speed-how")}</p>'


def _speed(tongue: Tongue, found: Speed) -> str:
    facts: dict[str, Fact] = {"n": found.n, "half": found.half or 0}
    if found.within is None:
        return tongue.say("public-half", **facts)
    promise: dict[str, Fact] = {"promised": found.promised or 0, "within": found.within}
    return tongue.say("public-half-promised", **facts, **promise)


def _done(tongue: Tongue, improvements: Sequence[Improvement]) -> Iterator[str]:
    """What is being done, and what has changed."""
    for is_over in (False, True):
        heading = tongue.say("public-changed" if is_over else "public-doing")
        lines = [_improved(tongue, one) for one in improvements if one.is_over == is_over]
        if lines:
            items = "".join(f"<li>{line}</li>" for line in lines)
            yield f"<h2>{heading}</h2><ul>{items}</ul>"


def _improved(tongue: Tongue, one: Improvement) -> str:
    review = one.review
    day = review.ended_on if one.is_over else review.due_on
    facts: dict[str, Fact] = {"element": Text(f"element-{review.element}"), "unit": one.unit}
    facts |= {"words": one.words, "day": day or review.opened_on}
    return tongue.say(f"public-review-{_state(one)}", **facts)


def _state(one: Improvement) -> str:
    """How it stands, and whether the unit says in words what is done."""
    if one.review.state == "planned" and one.review.training:
        return "training"
    bare = "" if one.words or one.review.state == "open" else "-bare"
    return f"{one.review.state}{bare}"


def _complained(tongue: Tongue, one: Results) -> Iterator[str]:
    """Complaints by kind, and how many were answered in time: of quarters that are over."""
    yield f"<h2>{tongue.say('public-complaints')}</h2>"
    if one.is_running:
        yield f"<p>{tongue.say('public-complaints-later')}</p>"
        return
    told = [_told(tongue, kind, found) for kind in ASKED if (found := one.complaints.get(kind))]
    yield f"<ul>{''.join(told)}</ul>" if told else f"<p>{tongue.say('public-complaints-few')}</p>"
    yield f'<p class="grey">{tongue.say("public-complaints-how")}</p>'


def _told(tongue: Tongue, kind: str, found: Complained) -> str:
    facts: dict[str, Fact] = {"kind": kind, "n": found.n, "kept": found.kept}
    return f"<li>{tongue.say('public-complaint', **facts, judged=found.judged)}</li>"


def _above(tongue: Tongue, one: Results, there: Collection[int]) -> str:
    """The way up: all results, and the units above that have a page of the quarter."""
    ways = [f'<a href="index.html">{tongue.say("public-all")}</a>']
    ways += [_link(unit, one.quarter) for unit in one.above if unit.id in there]
    return " › ".join(ways)


def _around(tongue: Tongue, one: Results, there: Collection[int]) -> Iterator[str]:
    below = [unit for unit in one.below if unit.id in there]
    if below:
        items = "".join(f"<li>{_link(unit, one.quarter)}</li>" for unit in below)
        yield f"<h2>{tongue.say('public-below')}</h2><ul>{items}</ul>"


def _quarters(results: Sequence[Results]) -> Sequence[Results]:
    """One of each quarter, as they come."""
    found: dict[Quarter, Results] = {}
    for one in results:
        found.setdefault(one.quarter, one)
    return list(found.values())


def _link(unit: Unit, quarter: Quarter) -> str:
    return f'<a href="{page_name(unit, quarter)}">{escape(unit.name)}</a>'


def whole(
    tongue: Tongue, here: str, title: str, body: Sequence[str], quarters: Sequence[Results]
) -> str:
    """A page from its head to its foot: the other quarters, the sheets, the other languages."""
    ways = [_foot(tongue, here, one) for one in quarters]
    others = (one for one in LANGUAGES if one != tongue.language)
    tongues = map(partial(_in_tongue, tongue, here), others)
    foot = [f"<nav>{''.join(ways)}</nav>", f"<p>{tongue.say('public-safe')}</p>", *tongues]
    return (
        f'<!doctype html><html lang="{tongue.language}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        f"<title>{_untagged(title)}</title><style>{STYLE}</style></head>\n<body>"
        + "\n".join(body)
        + f"\n<footer>{''.join(foot)}</footer></body></html>\n"
    )


def _foot(tongue: Tongue, here: str, one: Results) -> str:
    """The page of another quarter, and every quarter's sheet."""
    quarter, sheet = tongue.words(quarter_name(one.quarter)), sheet_name(one.quarter)
    page = page_name(one.unit, one.quarter)
    is_way = here not in ("index.html", page)
    shown = f'<a href="{page}">{quarter}</a>' if is_way else quarter
    ways = [shown, f'<a href="{tongue.top}{sheet}">CSV</a>']
    if one.quarter in tongue.proven:
        proofs = tongue.say("proof-way")
        ways.append(f'<a href="{proofs_name(one.quarter)}">{proofs}</a>')
    return f"<p>{' · '.join(ways)}</p>"


def _in_tongue(tongue: Tongue, here: str, other: str) -> str:
    there = Tongue(tongue.texts, other)
    called = there.say(f"language-{other}")
    return f'<p><a href="{tongue.top}{there.folder}{here}" lang="{other}">{called}</a></p>'


def _plain(tongue: Tongue, called: Text | str) -> str:
    return escape(called) if isinstance(called, str) else tongue.words(called)


def _untagged(title: str) -> str:
    return title.replace("<b>", "").replace("</b>", "")
