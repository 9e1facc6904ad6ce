# Among them docker_service's example.
data "docker_services" "all" {
  engine     = docker_swarm.example.engine
  depends_on = [docker_service.example]
}

output "services" {
  value = data.docker_services.all.table
}
