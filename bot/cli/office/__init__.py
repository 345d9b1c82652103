"""`tilik office`: what an office decides for itself."""
