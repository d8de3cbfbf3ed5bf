sitegenSearch("topics0","94d110ab2445","fb8797ef","! !!!","! !!");
