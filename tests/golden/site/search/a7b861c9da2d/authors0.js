sitegenSearch("authors0","a7b861c9da2d","9e6e1687","$!#!!$","! ! !%% ");
