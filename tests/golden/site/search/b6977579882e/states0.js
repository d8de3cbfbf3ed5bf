sitegenSearch("states0","b6977579882e","025700dd","- ! N");
