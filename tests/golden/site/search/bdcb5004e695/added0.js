sitegenSearch("added0","bdcb5004e695","6d5c56f8","   #!");
