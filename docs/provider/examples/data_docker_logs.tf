resource "docker_image" "alpine" {
  name = "alpine"
}

resource "docker_container" "example" {
  name               = "example"
  image              = docker_image.alpine.name
  command            = ["echo", "hello"]
  must_run           = false
  attach             = true
  expected_exit_code = 0
}

data "docker_logs" "example" {
  name = docker_container.example.name
}
