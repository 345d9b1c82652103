"""The commands of `tilik`, one file or folder each."""
