# On the engine inside node1 of docker_swarm's example.
resource "docker_volume" "inside" {
  engine = "container://${docker_container.node1.name}"
  name   = "example"
}
