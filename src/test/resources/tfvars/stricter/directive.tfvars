a = "%{ if true }x%{ else }y%{ endif }"
