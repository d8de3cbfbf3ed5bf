sitegenSearch("dumps-names0","a7b861c9da2d","fe9f71ff","ann-ash.txt\nharbour.txt","ann-ash\nharbour");
