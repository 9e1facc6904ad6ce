# On the swarm of docker_swarm's example.
ephemeral "docker_swarm_join_token" "example" {
  engine = docker_swarm.example.engine
  swarm  = docker_swarm.example.id
}

# For a service that has machines join: neither plan nor state has the token.
resource "docker_secret" "join_token" {
  engine          = docker_swarm.example.engine
  name            = "example-token"
  data_wo         = base64encode(ephemeral.docker_swarm_join_token.example.token)
  data_wo_version = 1
}
