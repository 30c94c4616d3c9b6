a = hello
b = [1 2]
c = "x
d = 1
d = 2
e = foo()
f = { x = y, z = w }
g: 1
