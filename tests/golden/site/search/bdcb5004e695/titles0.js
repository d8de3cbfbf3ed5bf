sitegenSearch("titles0","bdcb5004e695","b622d870"," $#%!");
