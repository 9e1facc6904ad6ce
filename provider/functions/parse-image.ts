import { canonical, familiar, repository, tryParseReference } from "../../registry";
import { defineFunction, FunctionProblem } from "../schema";

const IMAGE_ID = /^[a-f0-9]{64}$/;
/** Characters of registry and path. */
const LONGEST = 255;

/** Source: https://github.com/distribution/reference */
export const parseImage = defineFunction({
  name: "parse_image",
  summary: "Takes the name of an image apart.",
  doc: "Takes the name of an image apart, as Docker reads it: `registry` (`docker.io` where it names none), `repository` (with `library/` for Docker Hub's official images), `tag` and `digest` (null where it has none), `name` (as Docker shows the repository: `alpine`) and `canonical` (one spelling for all names of one image: `docker.io/library/alpine:latest`).",
  parameter: { name: "name", doc: "Name of the image, `[REGISTRY/]NAME[:TAG][@DIGEST]`." },
  returns: [
    "object",
    {
      registry: "string",
      repository: "string",
      tag: "string",
      digest: "string",
      name: "string",
      canonical: "string",
    },
  ],
  call(text) {
    if (IMAGE_ID.test(text))
      throw new FunctionProblem(`${JSON.stringify(text)} is the id of an image, which has no parts`);
    const parsed = tryParseReference(text);
    if ("complaint" in parsed) throw new FunctionProblem(parsed.complaint);
    const { domain, path, tag, digest } = parsed;
    const { length } = repository(parsed);
    if (length > LONGEST)
      throw new FunctionProblem(`the name has ${length} characters, its registry included; allowed are ${LONGEST}`);
    return { registry: domain, repository: path, tag, digest, name: familiar(parsed), canonical: canonical(parsed) };
  },
});
