resource "docker_image" "alpine" {
  name = "alpine"
}

# Built anew when the folder changes. Other builds may take its steps from the image itself.
resource "docker_image" "app" {
  name = "example-app"
  build {
    context  = "${path.module}/app"
    cache_to = ["type=inline"]
  }
}
