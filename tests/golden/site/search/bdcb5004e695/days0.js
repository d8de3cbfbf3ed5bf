sitegenSearch("days0","bdcb5004e695","b5aab068","')& %"," 5> %");
