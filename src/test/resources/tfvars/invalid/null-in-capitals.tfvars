a = NULL
