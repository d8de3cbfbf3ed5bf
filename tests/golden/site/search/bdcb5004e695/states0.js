sitegenSearch("states0","bdcb5004e695","025700dd","- ! N");
