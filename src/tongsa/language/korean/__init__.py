"""Facts of Korean that no other language has a place for."""
