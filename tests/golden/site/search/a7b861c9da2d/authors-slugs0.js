sitegenSearch("authors-slugs0","a7b861c9da2d","b476d8df","!ann-ash !bo-birk !cy-cedar !di-dogwood !emile-erable"," !#$%");
