"""WhatsApp's Cloud API: what it delivers, read by us; what is said there, shaped for it."""
