sitegenSearch("days0","94d110ab2445","b5aab068","')& %"," 5> %");
