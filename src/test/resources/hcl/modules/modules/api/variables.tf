variable "name" {}
variable "issuer" {}
variable "audience" { type = list(string) }
variable "methods" { type = set(string) }
variable "open" { type = bool }
variable "log_group" {}
