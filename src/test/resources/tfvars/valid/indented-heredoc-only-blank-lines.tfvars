a = <<-EOT
  
    
  EOT
