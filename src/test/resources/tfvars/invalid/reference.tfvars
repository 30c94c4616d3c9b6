a = var.x
b = local.y[0].z
