a = <<-EOT
    $${a}
  %%{b}
EOT
b = <<-EOT
$
  x
EOT
