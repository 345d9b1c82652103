"""People with WhatsApp: what they do, and what they see."""
