sitegenSearch("subjects0","b6977579882e","027800b9","!$","!%#");
