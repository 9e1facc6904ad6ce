import { bool, setOf, string, stringMap, stringSet } from "../../schema";
import { build } from "./build-schema";
import { imageNameComplaint } from "./name";
import { timeoutsOf } from "./timeouts";

/** What is told of an image. Source: https://docs.docker.com/reference/api/engine/version/v1.41/#tag/Image */
export const schema = {
  id: string({ computed: true, doc: "The image's id followed by `name`." }),
  name: string({
    required: true,
    forceNew: true,
    validate: imageNameComplaint,
    doc: "Name of the image, with tag or digest: `alpine`, `alpine:3.20`, `registry.example.com:5000/app@sha256:…`. Without either, `latest` is meant.",
  }),
  image_id: string({
    computed: true,
    doc: "The engine's id of the image, `sha256:…`: of its configuration; on the containerd store of its manifest, or of the index of its platforms.",
  }),
  repo_digest: string({
    computed: true,
    doc: "The name by which the registry knows exactly this image, `NAME@sha256:…`; empty where the engine knows of none. On the containerd store an image that was never in a registry has one, too.",
  }),
  pulled: bool({
    computed: true,
    doc: "Whether this resource pulled the image. Destroying the resource removes an image that it pulled or built; one that was there before stays, and so does one in use, until the last `docker_image` of its name is destroyed.",
  }),
  build: setOf(build, {
    max: 1,
    conflictsWith: ["pull_triggers"],
    doc: "Build the image in place of pulling it. It is built anew when any of this changes, or what it is built from.",
  }),
  timeouts: timeoutsOf("pulling or building"),
  context_digest: string({
    computed: true,
    doc: "SHA-256 of what the image was built from: the Dockerfile and whatever of the context is not ignored. Another one builds the image anew. Empty for an image that was pulled, or whose context the engine fetched.",
  }),
  build_steps: string({
    computed: true,
    doc: "The steps of the build that made the image, as `docker build` shows them: a line each, with its time, and `CACHED` where an earlier build's was taken. Only that build knows them: empty for an image that was pulled or imported.",
  }),
  platform: string({
    optional: true,
    forceNew: true,
    zero: "",
    doc: "Platform that the image is for, `os[/arch[/variant]]`: an image of another one is pulled anew, and one that stays another is an error. The containerd store keeps all platforms of an index under one name, and takes its own before the one asked for where it has both. Default: the engine's own.",
  }),
  pull_triggers: stringSet({
    optional: true,
    forceNew: true,
    zero: [],
    doc: "Any values whose change pulls the image anew, although it is there; the digest of data `docker_registry_image` for instance.",
  }),
  triggers: stringMap({
    optional: true,
    forceNew: true,
    zero: {},
    doc: "Any values whose change replaces the image.",
  }),
  keep_locally: bool({
    optional: true,
    zero: false,
    doc: "Leave the image on the engine when the resource is destroyed.",
  }),
  force_remove: bool({
    optional: true,
    zero: false,
    doc: "Remove the image when the resource is destroyed even where stopped containers use it.",
  }),
} as const;
