sitegenSearch("dumps-slugs0","b6977579882e","44c20647","!ann-ash !harbour"," !");
