sitegenSearch("authors0","bdcb5004e695","0f2401e6","$!#!!$","! ! !%% ");
