sitegenSearch("subjects0","bdcb5004e695","027800b9","!$","!%#");
