"""Alembic's way in: the open connection comes with the configuration."""

from alembic import context

from models.store.schema import metadata

connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=metadata,
    render_as_batch=True,
    user_module_prefix="schema.",
)
with context.begin_transaction():
    context.run_migrations()
