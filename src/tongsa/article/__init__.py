"""Read an article into spans, and splice a translation back."""
