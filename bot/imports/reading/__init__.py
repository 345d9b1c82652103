"""From a file to cells: tables, workbooks, dates, headers."""
