sitegenSearch("topics0","a7b861c9da2d","fb8797ef","! !!!","! !!");
