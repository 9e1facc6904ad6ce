terraform {
  required_providers {
    docker = {
      source  = "docker-stages.invalid/docker-stages/docker"
      version = ">= 1.0"
    }
  }
}

variable "prefix" {
  description = "What the names of all objects begin with"
  default     = "counter"
}

resource "docker_image" "redis" {
  name = "redis:alpine"
}

resource "docker_network" "backend" {
  name = "${var.prefix}-backend"
}

resource "docker_volume" "data" {
  name = "${var.prefix}-data"
}

resource "docker_container" "redis" {
  name  = "${var.prefix}-redis"
  image = docker_image.redis.name
  networks_advanced {
    name    = docker_network.backend.name
    aliases = ["redis"]
  }
  volumes {
    volume_name    = docker_volume.data.name
    container_path = "/data"
  }
  healthcheck {
    test     = ["CMD", "redis-cli", "ping"]
    interval = "1s"
  }
  wait = true
}

# A command in the running container; the community's provider has no such thing.
resource "docker_exec" "count" {
  container = docker_container.redis.name
  command   = ["redis-cli", "incr", "visits"]
}

output "visits" {
  value = trimspace(docker_exec.count.stdout)
}
