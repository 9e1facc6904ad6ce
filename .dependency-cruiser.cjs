/** The arrows between folders (ARCHITECTURE.md, "The map"): each rule names what a folder must not reach. */
const forbid = (name, from, to, comment) => ({
  name,
  severity: "error",
  comment,
  from: { path: from },
  to: { path: to },
});

module.exports = {
  forbidden: [
    {
      name: "no-circular",
      severity: "error",
      comment: "a cycle has no first file to read",
      from: {},
      to: { circular: true },
    },
    forbid(
      "provider-stands-alone",
      "^provider/",
      "^(stacks|constructs|commands|offline|main\\.ts)",
      "the provider is a program of its own",
    ),
    forbid(
      "constructs-never-import-the-provider",
      "^(stacks/[^/]+/stack\\.ts|constructs|main\\.ts)",
      "^(engine/|provider/(?!build/))",
      "constructs drive the provider through Terraform alone",
    ),
    forbid(
      "constructs-know-no-stage",
      "^constructs/",
      "^(stacks|commands|offline)/",
      "constructs are usable without the labs",
    ),
    forbid(
      "the-index-is-of-the-toolkit",
      "^index\\.ts",
      "^(?!constructs/|node_modules/)",
      "the package holds constructs and what they stand on, and nothing of the labs",
    ),
    forbid(
      "the-package-knows-no-lab",
      "^(constructs/(?!lab-stage/)|build-context/|foreign/|formats/|problem/)",
      "^constructs/lab-stage/",
      "the package holds constructs and what they stand on, and nothing of the labs",
    ),
    forbid(
      "plugin-knows-no-docker",
      "^provider/plugin/",
      "^(engine/|provider/(resources|data-sources|ephemeral-resources|functions)/)",
      "plugin: handshake, TLS, gRPC",
    ),
    forbid(
      "schema-knows-neither",
      "^provider/schema/",
      "^(engine/|provider/(plugin|resources|data-sources|ephemeral-resources|functions)/)",
      "schema: attributes, blocks, values, planning",
    ),
    forbid(
      "engine-knows-no-terraform",
      "^engine/",
      "^(provider|constructs|stacks|commands|offline|main\\.ts)",
      "engine: Engine API client and transports",
    ),
    forbid(
      "the-provider-has-one-door",
      "^(commands|offline|packaging)/",
      "^provider/(?!index\\.ts|build/)",
      "what others may know of the provider is in its index; how it is bundled in build/",
    ),
    forbid(
      "the-package's-command-lays-the-bundle",
      "^bin/",
      "^(?!bin/|foreign/|provider/(build|mirror)/|node_modules/|docker-stages/package\\.json)[a-z-]+/",
      "what people who write HCL run needs neither cdktf nor the provider itself",
    ),
    forbid(
      "log-and-temporary-know-nobody",
      "^(log|temporary)/",
      "^(build-context|commands|constructs|engine|offline|provider|registry|stacks)/",
      "for provider and commands alike",
    ),
    forbid(
      "build-context-knows-nobody",
      "^build-context/",
      "^(provider|constructs|stacks|commands|offline|main\\.ts)",
      "what a build is sent: read by constructs at synth and by the provider at apply",
    ),
    forbid(
      "registry-knows-nobody",
      "^registry/",
      "^(build-context|provider|engine|constructs|stacks|commands|offline)/",
      "names of images, and a registry's HTTP API",
    ),
    forbid(
      "foreign-knows-nobody",
      "^foreign/",
      "^(?!foreign/|node_modules/)[a-z-]+/",
      "names and texts from outside: for all who read or show them",
    ),
    forbid(
      "languages-know-nobody",
      "^languages/",
      "^(?!languages/|node_modules/)[a-z-]+/",
      "in which language something is said, for the labs and what they print",
    ),
    forbid(
      "formats-know-nobody",
      "^formats/",
      "^(?!formats/|foreign/|node_modules/)[a-z-]+/",
      "how Docker writes durations, sizes and labels: for constructs and the provider alike",
    ),
    forbid(
      "problems-know-nobody",
      "^problem/",
      "^(?!problem/|node_modules/)[a-z-]+/",
      "the one shape of errors: for all of the above",
    ),
    forbid(
      "resources-never-see-the-wire",
      "^provider/(resources|data-sources|ephemeral-resources|functions)/",
      "^provider/plugin/",
      "resource logic never sees the wire",
    ),
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
  },
};
