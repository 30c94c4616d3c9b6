variable "host" {}

resource "aws_acm_certificate" "this" {
  domain_name       = var.host
  validation_method = "EMAIL"
}

output "arn" { value = aws_acm_certificate.this.arn }
