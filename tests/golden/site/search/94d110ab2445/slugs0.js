sitegenSearch("slugs0","94d110ab2445","b476d8df","!ann-ash !bo-birk !cy-cedar !di-dogwood !emile-erable"," !#$%");
