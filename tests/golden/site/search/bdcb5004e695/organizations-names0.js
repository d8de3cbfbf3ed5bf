sitegenSearch("organizations-names0","bdcb5004e695","cee5ad58","harbour-lab\ntimber-works","\n");
