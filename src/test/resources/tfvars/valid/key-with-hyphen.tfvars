a = { x-y = 1, x_y = 2, x1 = 3 }
key-with-hyphen = 1
_x = 2
