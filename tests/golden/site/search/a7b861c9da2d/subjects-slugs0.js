sitegenSearch("subjects-slugs0","a7b861c9da2d","b29ae26d","!cs-lg #v !q-fin-tr","! #");
