"""What checks say of a meaning turned round, or gone stale."""
