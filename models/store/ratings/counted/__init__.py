"""Counted, provably: which ratings are in what was released, sealed, and found by a code."""
