"""Alembic's entry: runs the migrations on the connection that `store.opening` hands over."""

from alembic import context

from cronistoria.store.schema import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
context.run_migrations()
