sitegenSearch("organizations-slugs0","a7b861c9da2d","c3d2418f","!harbour-lab !timber-works"," !");
