# Of the swarm of docker_swarm's example.
data "docker_nodes" "all" {
  engine = docker_swarm.example.engine
}

output "nodes" {
  value = data.docker_nodes.all.table
}
