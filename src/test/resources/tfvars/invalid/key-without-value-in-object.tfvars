a = { x }
