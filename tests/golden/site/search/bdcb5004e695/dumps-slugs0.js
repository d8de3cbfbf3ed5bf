sitegenSearch("dumps-slugs0","bdcb5004e695","dec23dc7","!ann-ash !harbour"," !");
