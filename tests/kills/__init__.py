"""Seeded kill -9 of the real Tilik under load: what it had answered is there once, and only once.

`python -m tests.kills --kills 1000 --seed 7` prints a table of what was lost and doubled.
"""
