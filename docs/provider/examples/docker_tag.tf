resource "docker_image" "alpine" {
  name = "alpine"
}

resource "docker_tag" "example" {
  source_image = docker_image.alpine.name
  target_image = "example:v1"
}
