sitegenSearch("added0","a7b861c9da2d","6d5c56f8","   #!");
