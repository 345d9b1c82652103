"""How conversations work: forms that ask, screens that show, openings, what is declared."""
