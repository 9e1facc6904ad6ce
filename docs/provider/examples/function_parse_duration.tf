resource "docker_image" "alpine" {
  name = "alpine"
}

# One argument wants a duration, the other one seconds.
locals {
  interval = "1s500ms"
}

resource "docker_container" "example" {
  name    = "example"
  image   = docker_image.alpine.name
  command = ["sleep", "infinity"]
  healthcheck {
    test     = ["CMD", "true"]
    interval = local.interval
  }
  wait         = true
  wait_timeout = ceil(20 * provider::docker::parse_duration(local.interval))
}
