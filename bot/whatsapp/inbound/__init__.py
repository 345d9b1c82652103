"""From the Cloud API: the signed route, and what was said."""
