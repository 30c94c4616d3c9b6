a = {
  x = <<E
1
E
  , y = 1
}
