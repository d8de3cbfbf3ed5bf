sitegenSearch("states0","94d110ab2445","622ed774","- ! N");
