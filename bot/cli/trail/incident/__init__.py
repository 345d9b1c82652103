"""`tilik incident`: what a breach has touched, and the notices that are due, as drafts."""
