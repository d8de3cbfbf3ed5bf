sitegenSearch("authors0","b6977579882e","0f2401e6","$!#!!$","! ! !%% ");
