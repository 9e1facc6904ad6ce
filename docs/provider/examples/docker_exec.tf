resource "docker_image" "alpine" {
  name = "alpine"
}

resource "docker_container" "example" {
  name       = "example"
  image      = docker_image.alpine.name
  tty        = true
  stdin_open = true
}

resource "docker_exec" "example" {
  container = docker_container.example.name
  command   = ["sh", "-c", "echo hello > /hello.txt && cat /hello.txt"]
}

output "printed" {
  value = docker_exec.example.output
}
