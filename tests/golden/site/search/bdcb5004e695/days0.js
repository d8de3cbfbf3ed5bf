sitegenSearch("days0","bdcb5004e695","097a019e","')& %"," 5> %");
