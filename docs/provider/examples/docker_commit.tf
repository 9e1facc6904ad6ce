resource "docker_image" "alpine" {
  name = "alpine"
}

resource "docker_container" "example" {
  name               = "example"
  image              = docker_image.alpine.name
  command            = ["sh", "-c", "echo hello > /hello.txt"]
  must_run           = false
  attach             = true
  expected_exit_code = 0
}

resource "docker_commit" "example" {
  container = docker_container.example.id
  name      = "example:committed"
  message   = "with a file"
}
