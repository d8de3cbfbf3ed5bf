sitegenSearch("days0","b6977579882e","097a019e","')& %"," 5> %");
