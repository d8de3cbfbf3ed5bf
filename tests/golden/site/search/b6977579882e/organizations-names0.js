sitegenSearch("organizations-names0","b6977579882e","85550954","harbour-lab\ntimber-works","\n");
