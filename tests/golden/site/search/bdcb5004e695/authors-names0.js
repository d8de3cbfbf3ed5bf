sitegenSearch("authors-names0","bdcb5004e695","e7e01671","Ann Ash\nBo Birk\nCy Cedar\nDi Dogwood\nÉmile Érable","\n\n\n\nemile-erable");
