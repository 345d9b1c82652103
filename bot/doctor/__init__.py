"""What an operator must know of Tilik: looked at from outside (`tilik doctor`) or by itself."""
