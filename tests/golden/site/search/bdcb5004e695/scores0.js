sitegenSearch("scores0","bdcb5004e695","cd54da55","  `?  ");
