sitegenSearch("titles0","b6977579882e","020900ae"," $#%!");
