"""The kinds of files that an office brings, one file or folder each."""
