sitegenSearch("dumps-slugs0","a7b861c9da2d","dec23dc7","!ann-ash !harbour"," !");
