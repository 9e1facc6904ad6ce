data "docker_network" "bridge" {
  name = "bridge"
}

output "subnet" {
  value = one(data.docker_network.bridge.ipam_config).subnet
}
