resource "docker_image" "alpine" {
  name = "alpine"
}
