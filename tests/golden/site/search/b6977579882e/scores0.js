sitegenSearch("scores0","b6977579882e","04030120","  `?  ");
