a = [<<E
x
E
, <<E
y
E
]
