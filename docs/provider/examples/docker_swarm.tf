resource "docker_image" "engine" {
  name = "docker:dind"
}

# An engine in a container. The file is the package's dist/images/swarm-node/entrypoint; without it, and with
# `privileged = true` for `upload`, `entrypoint`, `capabilities` and `security_opts`, docker:dind's own does the same.
resource "docker_container" "node1" {
  name          = "example-node1"
  hostname      = "node1"
  image         = docker_image.engine.name
  entrypoint    = ["/usr/local/bin/swarm-node"]
  security_opts = ["seccomp=unconfined", "apparmor=unconfined"]
  capabilities {
    add = ["SYS_ADMIN", "NET_ADMIN", "SYS_PTRACE"]
  }
  upload {
    file       = "/usr/local/bin/swarm-node"
    source     = "swarm-node"
    executable = true
  }
  volumes {
    container_path = "/var/lib/docker"
  }
}

resource "docker_swarm" "example" {
  engine = "container://${docker_container.node1.name}"
}
