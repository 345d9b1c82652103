"""What the conversations of several kinds of people say alike."""
