a = <<E
  ${x}
E
