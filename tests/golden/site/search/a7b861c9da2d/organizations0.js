sitegenSearch("organizations0","a7b861c9da2d","2664700f","!#","%%");
