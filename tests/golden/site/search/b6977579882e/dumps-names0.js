sitegenSearch("dumps-names0","b6977579882e","1ea00e6d","ann-ash.txt\nharbour.txt","ann-ash\nharbour");
