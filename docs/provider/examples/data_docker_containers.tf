data "docker_containers" "all" {
  all = true
}

output "containers" {
  value = data.docker_containers.all.table
}
