"""What the checking says of itself."""
