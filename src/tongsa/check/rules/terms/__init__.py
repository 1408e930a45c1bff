"""What checks say of terms."""
