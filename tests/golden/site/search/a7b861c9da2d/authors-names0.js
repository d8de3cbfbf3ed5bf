sitegenSearch("authors-names0","a7b861c9da2d","a0cfbacd","Ann Ash\nBo Birk\nCy Cedar\nDi Dogwood\nÉmile Érable","\n\n\n\nemile-erable");
