"""What people read, made from the domain."""
