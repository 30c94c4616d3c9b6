a = 1 # one
b = 2 // two
c = 3 /* three */
