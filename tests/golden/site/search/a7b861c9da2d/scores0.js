sitegenSearch("scores0","a7b861c9da2d","cd54da55","  `?  ");
