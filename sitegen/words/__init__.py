"""What a word is: folded texts, words, stems and the terms they are found under, for search and likeness alike."""
