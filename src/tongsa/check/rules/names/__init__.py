"""What checks say of names."""
