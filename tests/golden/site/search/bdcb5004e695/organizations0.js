sitegenSearch("organizations0","bdcb5004e695","01c30099","!#","%%");
