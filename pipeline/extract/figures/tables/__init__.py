"""Tables of figures: by year, by donor, by grant, whole or run together."""
