sitegenSearch("dumps-slugs0","bdcb5004e695","44c20647","!ann-ash !harbour"," !");
