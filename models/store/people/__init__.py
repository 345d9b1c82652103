"""Who works here: posts, superiors, roles, teams, leave, over time."""
