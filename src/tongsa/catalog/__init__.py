"""Read, change and write gettext catalogs, keeping every byte that nothing changed."""
