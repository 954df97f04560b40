"""What goes wrong while people practice: kills, networks, disks, databases, and input of every kind."""
