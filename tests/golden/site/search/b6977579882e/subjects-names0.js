sitegenSearch("subjects-names0","b6977579882e","39cf0512","CV\ncs.LG\nq-fin.TR","\n\n");
