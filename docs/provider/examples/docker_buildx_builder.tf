# In its place: the engine's own BuildKit.
resource "docker_image" "app" {
  name = "example-app"
  build {
    context  = "${path.module}/app"
    cache_to = ["type=inline"]
  }
}
