sitegenSearch("subjects-names0","a7b861c9da2d","8eb26458","CV\ncs.LG\nq-fin.TR","\n\n");
