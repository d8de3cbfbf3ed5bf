sitegenSearch("titles0","bdcb5004e695","020900ae"," $#%!");
