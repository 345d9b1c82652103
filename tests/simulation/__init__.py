"""Tilik's days replayed from one number: virtual time, a seeded order of tasks, faults, an oracle.

`python -m tests.simulation --seed 7 --hours 1` runs seeds until the hours are over. A seed that
fails is cut down to the few events that it needs, and printed.
"""
