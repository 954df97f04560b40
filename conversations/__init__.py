"""What is said and why: the core of the coach, without network, disk, clock or global random."""
