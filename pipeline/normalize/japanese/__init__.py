"""How a visitor in Japanese is read: titles, names, what stands beside them. `visitors` is the door."""
