a = (<<E
x
E
)
