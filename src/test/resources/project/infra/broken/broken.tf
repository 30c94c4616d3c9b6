module "out" { source = "../prod/modules/queue" }
module "gone" {
  source = "./modules/gone"
}
resource "aws_sqs_queue" "jobs" {
  name = "jobs"
