"""Check translations: one declaration a check, for looking, for explaining and for testing."""
