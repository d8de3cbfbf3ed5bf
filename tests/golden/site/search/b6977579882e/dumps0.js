sitegenSearch("dumps0","b6977579882e","06c6013a","$!#!","! !$ ");
