sitegenSearch("organizations0","bdcb5004e695","2664700f","!#","%%");
