sitegenSearch("authors-names0","b6977579882e","e7e01671","Ann Ash\nBo Birk\nCy Cedar\nDi Dogwood\nÉmile Érable","\n\n\n\nemile-erable");
