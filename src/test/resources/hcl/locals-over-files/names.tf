locals {
  name = join("-", compact([var.team, "", var.app]))
  tags = merge({ team = var.team }, var.more_tags)
}

variable "team" { default = "orders" }
variable "app" { default = "intake" }
variable "more_tags" {
  type    = map(string)
  default = { cost_centre = 4711 }
}
