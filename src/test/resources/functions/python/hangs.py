import os

print("pid", os.getpid())
while True:
    pass
