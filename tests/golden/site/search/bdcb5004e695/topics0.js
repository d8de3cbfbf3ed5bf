sitegenSearch("topics0","bdcb5004e695","fb8797ef","! !!!","! !!");
