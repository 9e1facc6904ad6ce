resource "docker_image" "alpine" {
  name = "alpine"
}

data "docker_image" "alpine" {
  name = docker_image.alpine.name
}
