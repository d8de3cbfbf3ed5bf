sitegenSearch("subjects-names0","bdcb5004e695","8eb26458","CV\ncs.LG\nq-fin.TR","\n\n");
