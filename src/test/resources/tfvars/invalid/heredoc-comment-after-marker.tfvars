a = <<EOT # x
x
EOT
