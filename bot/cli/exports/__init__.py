"""`tilik export ...`: what Tilik hands over, as XLSX and CSV."""
