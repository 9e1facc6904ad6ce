import type { Refusal } from "./refusal";

/** What a registry made of it, in the engine's words: of an image, or of a build, whose call is about no object. */
const images = ["image", undefined] as const;

export const registries: readonly Refusal[] = [
  {
    // Before what follows: containerd's store says with it that the repository may not exist.
    pattern: /no basic auth credentials/i,
    about: images,
    code: "unauthorized",
    says: "was refused by the registry, which asks for credentials",
    remedy: "Give credentials for it (`registry_auth`, or `docker login`).",
  },
  {
    pattern:
      /manifest unknown|manifest for \S+ not found|pull access denied|repository \S+ not found|repository does not exist|name unknown|(?<!\S)[^\s/]*\/\S+: not found$/i,
    about: images,
    code: "not-found",
    says: "does not exist in the registry",
    remedy: "Correct the name or the tag, or give credentials where the repository is private.",
  },
  {
    pattern:
      /unauthorized|authentication required|access denied|access forbidden|incorrect username or password|\bdenied:/i,
    about: images,
    code: "unauthorized",
    says: "was refused by the registry",
    remedy: "Give credentials that may do this (`registry_auth`, or `docker login`), or correct the name.",
  },
  {
    pattern: /missing content: .*manifest list\/index/is,
    about: images,
    code: "unsupported",
    says: "cannot be pushed: it is an index of platforms, and the engine has not all of them",
    remedy:
      "Docker Engine 28 pushes the platform that it has. For an older one, pull that platform's own manifest (`NAME@sha256:…`, which `docker_registry_image_manifests` tells), tag it and push that.",
  },
  {
    pattern: /no matching manifest|does not match the (specified|detected) platform/i,
    about: images,
    code: "not-found",
    says: "does not exist for this platform",
    remedy: "Name a platform that the image is built for.",
  },
  {
    pattern: /x509: certificate has expired or is not yet valid/i,
    about: images,
    code: "registry-untrusted",
    says: "cannot be had: the engine does not trust the registry's certificate",
    remedy:
      "Look at the clock of the engine's machine (`date`): where it is right, the registry needs a new certificate.",
  },
  {
    pattern: /x509: certificate is (?:valid for|not valid for)|x509: cannot validate certificate for/i,
    about: images,
    code: "registry-untrusted",
    says: "cannot be had: the engine does not trust the registry's certificate",
    remedy: "Name the registry as its certificate does, or give it a certificate with the name that it is asked under.",
  },
  {
    // certs.d is not looked at for Docker Hub. Source: dockerd 20.10, seen on the engine.
    pattern: /x509:/i,
    about: images,
    code: "registry-untrusted",
    says: "cannot be had: the engine does not trust the registry's certificate",
    remedy:
      "Give the engine's machine the certificate of the authority that signed it: as /etc/docker/certs.d/REGISTRY[:PORT]/ca.crt, which is read at each pull; for Docker Hub, or where a proxy signs for every site, among the system's own (on Debian: /usr/local/share/ca-certificates/NAME.crt and `update-ca-certificates`), then restart the engine.",
  },
  {
    pattern: /toomanyrequests|429 Too Many Requests/i,
    about: images,
    code: "registry-limited",
    says: "cannot be had now: the registry has been asked too often",
    remedy:
      "Give credentials (`docker login`, `registry_auth`): those it knows may ask more often. Or wait, for hours where it is Docker Hub's limit on pulls, or let the engine pull from a mirror (`registry-mirrors`).",
  },
  {
    pattern: /unexpected (?:HTTP )?status[^\n]{0,200}: 5\d\d /i,
    statuses: [0, 500],
    about: images,
    code: "registry-failing",
    says: "cannot be had now: the registry, or a proxy before it, is in trouble",
    remedy: "Wait and try again, or let the engine pull from a mirror (`registry-mirrors`).",
  },
  {
    pattern:
      /no such host|dial tcp|i\/o timeout|TLS handshake|server gave HTTP response to HTTPS client|Client\.Timeout|connection refused|server misbehaving|registry-1\.docker\.io/i,
    statuses: [0, 404, 500],
    about: images,
    code: "registry-unreachable",
    says: "cannot be had: the registry does not answer",
    remedy:
      "Check the registry's name and that the engine reaches it; a registry without TLS must be in its `insecure-registries`.",
  },
  {
    // What two removals at once leave of an image's layers to the slower one.
    pattern: /unrecognized image ID/i,
    about: images,
    code: "not-found",
    says: "does not exist any more",
    remedy: "It was removed meanwhile.",
  },
];
