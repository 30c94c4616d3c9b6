a = provider::x::y(1)
