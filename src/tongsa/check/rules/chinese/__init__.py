"""What checks say of Chinese: script, regional words, signs."""
