a = True
b = FALSE
