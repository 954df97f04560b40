"""Every sentence a person reads, apart from all logic. What a person typed is put in through ``markup``."""
