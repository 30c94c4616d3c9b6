a = hello
