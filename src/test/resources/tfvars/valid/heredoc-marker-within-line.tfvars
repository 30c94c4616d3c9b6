a = <<EOT
EOT x
xEOT
$EOT
EOT
