"""What checks say of Korean: particles, script, style."""
