"""Trail, seals, audit; copies of one's data, retention, incidents."""
