# On the swarm of docker_swarm's example.
resource "docker_config" "example" {
  engine = docker_swarm.example.engine
  name   = "example"
  data   = base64encode("greeting = hello")
}
