"""The log of work, targets, evaluations, records."""
