sitegenSearch("authors0","bdcb5004e695","9e6e1687","$!#!!$","! ! !%% ");
