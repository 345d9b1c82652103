"""What citizens write beside a rating: which of it an oversight team reads first. Pure."""
