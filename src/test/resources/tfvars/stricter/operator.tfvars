a = 1 + 2
b = 2 * 3
c = 1 == 1
d = 4 - 3
e = true && false
