sitegenSearch("years0","b6977579882e","022c00b3",")%! #");
