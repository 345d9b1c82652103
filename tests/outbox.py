"""What waits to be sent, for tests that wait until nothing does."""

from sqlalchemy import func, select

from models.store import Store
from models.store.schema import letters


def undelivered(store: Store) -> int:
    """How many letters are not delivered yet, without those that a platform has taken."""
    query = select(func.count()).select_from(letters).where(letters.c.state != "taken")
    return int(store.execute(query).scalar_one())
