sitegenSearch("organizations-names0","bdcb5004e695","85550954","harbour-lab\ntimber-works","\n");
