"""One turn of one person: the form, what was typed, what is asked next."""
