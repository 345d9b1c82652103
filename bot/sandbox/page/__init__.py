"""The page of phones: its files, what it is told, and what its visitors do."""
