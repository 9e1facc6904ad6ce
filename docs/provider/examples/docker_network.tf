resource "docker_network" "example" {
  name = "example"
  ipam_config {
    subnet  = "10.206.0.0/24"
    gateway = "10.206.0.1"
  }
}
