sitegenSearch("authors-slugs0","b6977579882e","453212c2","!ann-ash !bo-birk !cy-cedar !di-dogwood !emile-erable"," !#$%");
