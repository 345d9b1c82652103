"""From free words of a citizen to which place, element and kind they are about. Pure."""
