sitegenSearch("dumps-names0","bdcb5004e695","1ea00e6d","ann-ash.txt\nharbour.txt","ann-ash\nharbour");
