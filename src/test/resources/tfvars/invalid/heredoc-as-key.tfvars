a = { <<E
x
E
 = 1 }
