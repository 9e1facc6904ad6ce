resource "docker_plugin" "example" {
  name  = "registry.example.com/plugin:1"
  alias = "example"
  env   = ["LEVEL=debug"]
  grant_permissions {
    name  = "network"
    value = ["host"]
  }
}
