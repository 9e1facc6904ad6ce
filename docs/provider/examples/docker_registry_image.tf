resource "docker_image" "registry" {
  name = "registry:2"
}

resource "docker_container" "registry" {
  name  = "example"
  image = docker_image.registry.name
  env   = ["REGISTRY_STORAGE_DELETE_ENABLED=true"]
  ports {
    internal = 5000
    ip       = "127.0.0.1"
  }
}

resource "docker_image" "alpine" {
  name = "alpine"
}

resource "docker_tag" "alpine" {
  source_image = docker_image.alpine.name
  target_image = "127.0.0.1:${docker_container.registry.ports[0].external}/alpine:v1"
}

resource "docker_registry_image" "alpine" {
  name = docker_tag.alpine.target_image
}

# Built and pushed; the engine keeps none of it.
resource "docker_registry_image" "app" {
  name = "127.0.0.1:${docker_container.registry.ports[0].external}/app:v1"
  build {
    context = "${path.module}/app"
  }
  timeouts {
    create = "10m"
  }
}
