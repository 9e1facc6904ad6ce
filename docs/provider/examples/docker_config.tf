# On the swarm of docker_swarm's example.
resource "docker_config" "example" {
  engine = docker_swarm.example.engine
  name   = "example"
  data   = base64encode("greeting = hello")
}

# As it is, without base64.
resource "docker_config" "text" {
  engine   = docker_swarm.example.engine
  name     = "example-text"
  data_raw = "greeting = hello"
}
