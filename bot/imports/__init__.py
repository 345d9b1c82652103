"""`tilik import ...`: what offices fill in, taken in whole or not at all."""
