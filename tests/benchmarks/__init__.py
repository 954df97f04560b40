"""How fast the coach is: its parts by pytest-benchmark, the whole of it under load beside bots that only echo."""
