"""The results for the public: what of them is published, as pages and sheets, in a folder."""

from __future__ import annotations

from datetime import datetime

from bot.publishing.pages import pages
from bot.publishing.proofs import proof_files, proofs_of
from bot.publishing.results import results_of
from bot.publishing.sheets import sheets
from bot.texts import Texts
from models.store import Store


def published(store: Store, texts: Texts, now: datetime) -> dict[str, str]:
    """Every file of a publication, by its name: the same for the same answers. None where nothing
    was released yet."""
    results = results_of(store, now)
    if not results:
        return {}
    proofs = proofs_of(store, results)
    proven = [one.quarter for one in proofs]
    return {
        **pages(results, texts, proven),
        **sheets(results, texts),
        **proof_files(proofs, texts),
    }
