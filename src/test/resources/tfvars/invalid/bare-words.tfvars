a = hello world
