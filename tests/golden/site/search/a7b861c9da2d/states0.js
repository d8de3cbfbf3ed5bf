sitegenSearch("states0","a7b861c9da2d","622ed774","- ! N");
