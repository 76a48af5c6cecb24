"""Lines with figures: what each line says of its own."""
