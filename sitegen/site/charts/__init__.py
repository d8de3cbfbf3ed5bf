"""What the page of charts draws: views with ready coordinates and words, one module for each picture."""
