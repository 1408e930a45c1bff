"""What of a translation answers to what of its source: words, names, figures, length."""
