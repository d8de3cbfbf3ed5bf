sitegenSearch("titles0","a7b861c9da2d","b622d870"," $#%!");
