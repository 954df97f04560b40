"""One mock interview, from the choice of a competency to its report."""
