"""Units, services and counters."""
