sitegenSearch("subjects-names0","bdcb5004e695","39cf0512","CV\ncs.LG\nq-fin.TR","\n\n");
