sitegenSearch("names0","94d110ab2445","a0cfbacd","Ann Ash\nBo Birk\nCy Cedar\nDi Dogwood\nÉmile Érable","\n\n\n\nemile-erable");
