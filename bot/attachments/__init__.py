"""Documents that are made when they are shown, and links to Tilik."""
