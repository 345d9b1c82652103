"""Free words that are measured: sentences of citizens, and what each is about."""
