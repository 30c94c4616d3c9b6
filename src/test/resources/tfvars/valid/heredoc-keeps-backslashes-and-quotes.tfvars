a = <<EOT
"\n" \u00e9 # no comment
EOT
