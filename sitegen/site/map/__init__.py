"""The page of the map, and what its picture is made of."""
