"""`python -m benchmarks [NAME ...]`: the benchmarks, as tables."""

from __future__ import annotations

from argparse import ArgumentParser
from importlib import import_module

NAMES = (
    *("rating", "whatsapp", "summary", "memory", "start", "broadcast", "imports", "hostile"),
    *("complaint", "stuffing"),
)


def main() -> None:
    """Run the named benchmarks, or all of them."""
    parser = ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(NAMES))
    parser.add_argument(
        "--rounds", type=int, default=3, help="interleaved rounds (rating, whatsapp)"
    )
    parser.add_argument("--seconds", type=float, default=6.0, help="seconds of a round of both")
    parser.add_argument("--small", action="store_true", help="less of everything, for a first look")
    options = parser.parse_args()
    if unknown := set(options.names) - set(NAMES):
        parser.error(f"no benchmark is called {', '.join(sorted(unknown))}")
    if options.small:
        options.rounds, options.seconds = min(options.rounds, 1), min(options.seconds, 3.0)
    for name in options.names or NAMES:
        import_module(f"benchmarks.{name}").run(options)


if __name__ == "__main__":
    main()
