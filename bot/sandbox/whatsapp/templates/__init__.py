"""Templates of messages: checked, decided upon by Meta, filled in and sent."""
