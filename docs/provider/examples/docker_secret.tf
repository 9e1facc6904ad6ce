# On the swarm of docker_swarm's example.
resource "docker_secret" "example" {
  engine = docker_swarm.example.engine
  name   = "example"
  data   = base64encode("not told to anybody")
}
