resource "docker_volume" "example" {
  name = "example"
  labels {
    label = "purpose"
    value = "shows how"
  }
}
