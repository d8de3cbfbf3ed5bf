sitegenSearch("organizations-slugs0","b6977579882e","9a9409e3","!harbour-lab !timber-works"," !");
