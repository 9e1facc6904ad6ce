# Of docker_plugin's example.
data "docker_plugin" "example" {
  alias = docker_plugin.example.alias
}

output "plugin" {
  value = data.docker_plugin.example.plugin_reference
}
