a = <<EOT
x
EOT 	
