sitegenSearch("years0","94d110ab2445","93739c63",")%! #");
