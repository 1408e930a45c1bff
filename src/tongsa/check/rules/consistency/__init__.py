"""What checks say of one source told in two ways, and of two told in one."""
