a = 1e5
b = 1E+5
c = 1e-3
d = 2.5e2
