"""The local WhatsApp, tested from outside."""
