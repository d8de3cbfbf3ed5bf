sitegenSearch("authors-slugs0","bdcb5004e695","453212c2","!ann-ash !bo-birk !cy-cedar !di-dogwood !emile-erable"," !#$%");
