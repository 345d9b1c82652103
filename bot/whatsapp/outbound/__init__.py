"""To the Cloud API: what a letter becomes there, and how it is sent."""
