sitegenSearch("organizations0","b6977579882e","01c30099","!#","%%");
