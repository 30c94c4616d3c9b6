a = file("x")
b = [upper("y")]
