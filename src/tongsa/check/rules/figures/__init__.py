"""What checks say of figures."""
