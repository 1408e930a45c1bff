"""What checks say of the form of a translation: brackets, spaces, addresses, markup."""
