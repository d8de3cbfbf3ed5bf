sitegenSearch("days0","a7b861c9da2d","b5aab068","')& %"," 5> %");
