"""When Tilik speaks first. Jobs ask the store what is due and write it down; they never send."""
