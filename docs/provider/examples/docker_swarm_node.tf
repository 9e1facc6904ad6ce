# Joins the swarm of docker_swarm's example.
resource "docker_container" "node2" {
  name          = "example-node2"
  hostname      = "node2"
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

resource "docker_swarm_node" "node2" {
  engine   = "container://${docker_container.node2.name}"
  swarm    = docker_swarm.example.id
  managers = [docker_swarm.example.engine]
}
