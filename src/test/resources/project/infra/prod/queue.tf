# A queue, what is sent to it, and who may.
variable "retention" {
  type    = number
  default = 86400
}

locals {
  queue = "${var.name}-jobs" # ours, late
}

module "jobs" {
  source    = "./modules/queue"
  name      = local.queue
  retention = var.retention
}

output "queue_url" {
  value = module.jobs.url
}
