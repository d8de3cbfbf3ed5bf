sitegenSearch("organizations-names0","a7b861c9da2d","cee5ad58","harbour-lab\ntimber-works","\n");
