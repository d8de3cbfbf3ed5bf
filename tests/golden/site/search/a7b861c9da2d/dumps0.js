sitegenSearch("dumps0","a7b861c9da2d","20846df4","$!#!","! !$ ");
