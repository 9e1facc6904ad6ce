resource "docker_image" "alpine" {
  name = "alpine"
}

resource "docker_network" "example" {
  name = "example"
}

resource "docker_container" "example" {
  name    = "example"
  image   = docker_image.alpine.name
  command = ["sleep", "infinity"]
  memory  = 64
  restart = "unless-stopped"
  networks_advanced {
    name    = docker_network.example.name
    aliases = ["sleeper"]
  }
  healthcheck {
    test     = ["CMD", "true"]
    interval = "1s"
  }
  wait = true
}
