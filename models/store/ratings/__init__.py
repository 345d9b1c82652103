"""Ratings, the tokens of raters, and the tallies."""
