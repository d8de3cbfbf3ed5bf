"""Words: forms, stems and terms."""
