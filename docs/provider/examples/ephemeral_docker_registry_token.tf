ephemeral "docker_registry_token" "app" {
  name    = "registry.example.com/app"
  actions = ["pull", "push"]
}

resource "docker_image" "alpine" {
  name = "alpine"
}

# For one run of what speaks to the registry by itself: neither plan nor state has the token.
resource "docker_container" "example" {
  name           = "example"
  image          = docker_image.alpine.name
  command        = ["sh", "-c", "test -n \"$TOKEN\""]
  must_run       = false
  attach         = true
  env_wo         = { TOKEN = ephemeral.docker_registry_token.app.token }
  env_wo_version = 1
}
