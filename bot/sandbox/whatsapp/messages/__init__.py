"""Messages of each type, checked as Meta checks them."""
