sitegenSearch("subjects-slugs0","bdcb5004e695","b29ae26d","!cs-lg #v !q-fin-tr","! #");
