sitegenSearch("years0","bdcb5004e695","93739c63",")%! #");
