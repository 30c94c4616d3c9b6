a = {
  for x in [1] :
  x => x
  if x > 0
}
