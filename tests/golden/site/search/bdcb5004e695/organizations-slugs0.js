sitegenSearch("organizations-slugs0","bdcb5004e695","9a9409e3","!harbour-lab !timber-works"," !");
