"""What the office tells of itself and of its services."""
