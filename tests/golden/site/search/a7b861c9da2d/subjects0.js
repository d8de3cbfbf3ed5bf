sitegenSearch("subjects0","a7b861c9da2d","55d593d2","!$","!%#");
