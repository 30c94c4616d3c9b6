a→b = 1
