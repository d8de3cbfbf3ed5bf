sitegenSearch("years0","a7b861c9da2d","93739c63",")%! #");
