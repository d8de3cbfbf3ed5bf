sitegenSearch("subjects-slugs0","bdcb5004e695","4fdf064e","!cs-lg #v !q-fin-tr","! #");
