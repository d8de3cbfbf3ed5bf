"""The values every floor speaks in: places, problems, dates, dumps, records, notes and papers."""
