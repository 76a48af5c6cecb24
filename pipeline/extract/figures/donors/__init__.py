"""Rankings of donors: who gave the partner how much, by rank, by year, as a list or with a column each."""
