a = <<E
é
E
