resource "docker_image" "alpine" {
  name = "alpine"
}

# A Compose file's size, for an argument that wants MiB.
resource "docker_container" "example" {
  name    = "example"
  image   = docker_image.alpine.name
  command = ["sleep", "infinity"]
  memory  = provider::docker::parse_size("64m") / 1024 / 1024
}
