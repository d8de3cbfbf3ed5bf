sitegenSearch("added0","b6977579882e","01ec00a5","   #!");
