sitegenSearch("states0","bdcb5004e695","622ed774","- ! N");
