import { type Difference, rowsOf } from "./difference";

const rows = rowsOf("docker_image");

export const image: readonly Difference[] = [
  ...rows(
    "sensitive",
    [
      "build.auth_config.auth",
      "build.auth_config.identity_token",
      "build.auth_config.password",
      "build.auth_config.registry_token",
    ],
    "credentials are secrets; there they are shown",
  ),
  ...rows(
    "added",
    ["context_digest"],
    "a change of the build context builds the image anew; there it is not noticed without `triggers`",
  ),
  ...rows("added", ["build_steps"], "what the build said of its steps, and which it took from the cache"),
  ...rows(
    "added",
    ["pulled"],
    "an image is removed on destroy only if the resource brought it; there it is removed whoever did",
  ),
  ...rows(
    "added",
    ["timeouts"],
    "there too, by the toolkit that it is made with, which the table leaves out; without it nothing is bounded, there 20 minutes are",
  ),
  ...rows(
    "meaning",
    ["build.version"],
    "`1` has the classic builder build; there BuildKit does whatever is said, and any text is taken",
  ),
  ...rows(
    "meaning",
    ["build.label"],
    "the image has these labels too; there BuildKit of the engine is never told them",
  ),
  ...rows(
    "meaning",
    ["build.tag"],
    "destroy takes these names too, and one that is lost is given again; there they stay, and stay lost",
  ),
  ...rows("meaning", ["build.secrets.env"], "a variable that is not set is an error; there the secret is empty"),
  ...rows(
    "meaning",
    ["pull_triggers"],
    "the image is pulled although it is there; there only where the destroy before it has removed it",
  ),
  ...rows(
    "meaning",
    ["platform"],
    "an image of another platform under the name is pulled anew; there it is taken for what was asked",
  ),
  ...rows("meaning", ["force_remove"], "without it an image in use stays, with a warning; there destroy fails"),
];
