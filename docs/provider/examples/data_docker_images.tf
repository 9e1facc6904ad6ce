data "docker_images" "alpine" {
  reference = ["alpine"]
}

output "images" {
  value = data.docker_images.alpine.table
}
