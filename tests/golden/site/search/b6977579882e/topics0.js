sitegenSearch("topics0","b6977579882e","06a20132","! !!!","! !!");
