a = "C:\Users\x"
