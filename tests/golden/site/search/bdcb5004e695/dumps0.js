sitegenSearch("dumps0","bdcb5004e695","06c6013a","$!#!","! !$ ");
