"""Files of the office: arrived, waiting, taken in."""
