"""Complaints, and the seal behind which their reporters are."""
