a = "😀" x
b = "é" y
