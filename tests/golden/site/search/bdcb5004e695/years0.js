sitegenSearch("years0","bdcb5004e695","022c00b3",")%! #");
