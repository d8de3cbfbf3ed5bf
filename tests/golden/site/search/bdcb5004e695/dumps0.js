sitegenSearch("dumps0","bdcb5004e695","20846df4","$!#!","! !$ ");
