a = <<E
ÿ
E
