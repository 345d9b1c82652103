"""A file of the office sent in chat: fetched, read, previewed, taken in."""
