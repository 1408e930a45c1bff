"""What checks say of what a translation lacks, or has too much."""
