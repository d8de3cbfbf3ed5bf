sitegenSearch("organizations-slugs0","bdcb5004e695","c3d2418f","!harbour-lab !timber-works"," !");
