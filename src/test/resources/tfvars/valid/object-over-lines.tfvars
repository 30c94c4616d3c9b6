a = {

  x = 1

  y = 2, # two
  z = 3
}
