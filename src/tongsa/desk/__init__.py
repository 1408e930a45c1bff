"""One project on disk: its settings, its folders, and what is read and written there."""
