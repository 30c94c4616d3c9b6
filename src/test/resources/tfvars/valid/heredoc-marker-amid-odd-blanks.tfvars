a = <<EOT
x
  EOT
