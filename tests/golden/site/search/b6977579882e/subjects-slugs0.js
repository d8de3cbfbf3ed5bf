sitegenSearch("subjects-slugs0","b6977579882e","4fdf064e","!cs-lg #v !q-fin-tr","! #");
