"""When Tilik speaks first: who is due, the limits, the templates."""
