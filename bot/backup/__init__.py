"""Backups: the whole database in one file that only the recovery key opens."""
