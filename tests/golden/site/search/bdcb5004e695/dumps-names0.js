sitegenSearch("dumps-names0","bdcb5004e695","fe9f71ff","ann-ash.txt\nharbour.txt","ann-ash\nharbour");
