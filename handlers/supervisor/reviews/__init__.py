"""Tinjauan: several low ratings or complaints of one element at one place open a review of the way
of working. It looks for causes, never for a culprit, and enters nobody's score."""

from __future__ import annotations

from handlers.engine.manifest import Cost, Manifest, Offer
from handlers.engine.topic import Screen, Several
from handlers.openings import ToReview, ToReviewFile, ToReviews
from handlers.supervisor.reviews import deeds, reading
from models.letters import Text

CONVERSATION = Several(
    (
        Screen(ToReviews, reading.look, reading.show),
        Screen(ToReview, reading.look_at_one, reading.show_one),
        Screen(ToReviewFile, reading.look_at_file, reading.show_file),
        *deeds.PARTS,
    ),
    manifest=Manifest(
        serves="followers",
        menu=Offer(2),
        help=Offer(2, Text("guide-tinjauan")),
        cost=Cost(1, 1, 1, by="head"),
    ),
)
