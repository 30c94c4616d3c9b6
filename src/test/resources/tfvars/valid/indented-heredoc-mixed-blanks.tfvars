a = <<-EOT
	x
  y
EOT
b = <<-EOT
 x
  y
EOT
