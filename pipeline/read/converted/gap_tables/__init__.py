"""Tables whose columns stand apart by more room than words do, and whose cells begin on top of their rows or in the middle."""
