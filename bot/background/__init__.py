"""What runs beside the turns: planning prompts, sealing days."""
