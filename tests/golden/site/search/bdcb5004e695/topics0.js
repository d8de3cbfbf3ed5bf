sitegenSearch("topics0","bdcb5004e695","06a20132","! !!!","! !!");
