a = "x-${var.y}"
