resource "docker_image" "alpine" {
  name = "alpine"
}

data "docker_image_history" "alpine" {
  name = docker_image.alpine.name
}
