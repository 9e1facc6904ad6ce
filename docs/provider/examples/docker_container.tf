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
  # 127.0.0.1:17000 to 17002 lead to 7000 to 7002.
  ports {
    internal    = 7000
    internal_to = 7002
    external    = 17000
    ip          = "127.0.0.1"
  }
  # One that is free; `ports[1].external` tells which.
  ports {
    internal       = 80
    external_range = "18000-18999"
    ip             = "127.0.0.1"
  }
  healthcheck {
    test     = ["CMD", "true"]
    interval = "1s"
  }
  wait = true
}
