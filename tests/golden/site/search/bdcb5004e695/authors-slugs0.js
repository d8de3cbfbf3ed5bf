sitegenSearch("authors-slugs0","bdcb5004e695","b476d8df","!ann-ash !bo-birk !cy-cedar !di-dogwood !emile-erable"," !#$%");
