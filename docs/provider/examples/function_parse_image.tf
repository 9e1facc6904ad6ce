locals {
  image = provider::docker::parse_image("registry.example.com:5000/app:v1")
}

output "repository" {
  value = "${local.image.registry}/${local.image.repository}"
}
