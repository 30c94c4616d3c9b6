a = 10s
