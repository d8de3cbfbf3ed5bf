sitegenSearch("authors0","94d110ab2445","9e6e1687","$!#!!$","! ! !%% ");
