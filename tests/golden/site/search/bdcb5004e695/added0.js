sitegenSearch("added0","bdcb5004e695","01ec00a5","   #!");
