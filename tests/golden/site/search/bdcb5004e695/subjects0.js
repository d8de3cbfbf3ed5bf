sitegenSearch("subjects0","bdcb5004e695","55d593d2","!$","!%#");
