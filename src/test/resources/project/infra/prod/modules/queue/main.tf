variable "name" { type = string }
variable "retention" { type = number }

resource "aws_sqs_queue" "it" {
  name                      = var.name
  message_retention_seconds = var.retention
  policy                    = file("${path.module}/policies/queue.json")
}

output "url" { value = aws_sqs_queue.it.url }
