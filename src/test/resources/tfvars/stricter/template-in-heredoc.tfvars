a = <<E
${1}
E
b = <<-E
  %{ if true }x%{ endif }
  E
