# Of docker_service's example.
data "docker_tasks" "example" {
  engine      = docker_swarm.example.engine
  name_prefix = docker_service.example.name
}

output "tasks" {
  value = data.docker_tasks.example.table
}
