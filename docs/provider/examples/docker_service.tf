# On the swarm of docker_swarm's example.
resource "docker_service" "example" {
  engine = docker_swarm.example.engine
  name   = "example"
  mode {
    replicated {
      replicas = 2
    }
  }
  task_spec {
    container_spec {
      image   = "alpine"
      command = ["sleep", "infinity"]
    }
  }
  converge_config {
    timeout = "2m"
  }
}
