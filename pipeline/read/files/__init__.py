"""Files → sources: what wraps sheets, what stands beside them, and what no input may do."""
