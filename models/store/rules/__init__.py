"""What an office decides: settings in versions, calendars, decrees, days off."""
