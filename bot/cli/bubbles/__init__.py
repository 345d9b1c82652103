"""What talking with Tilik costs on WhatsApp: every conversation played, its bubbles counted."""
