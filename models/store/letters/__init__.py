"""The outbox: letters, claims, delivery status, what is on hold."""
