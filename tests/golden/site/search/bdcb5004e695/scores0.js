sitegenSearch("scores0","bdcb5004e695","04030120","  `?  ");
