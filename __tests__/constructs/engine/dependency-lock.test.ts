import { lockProvider } from "../../../constructs/engine/dependency-lock";

const own = { source: "docker-stages.invalid/docker-stages/docker", version: "1.0.0-bbbbbbbbbbbb" };

const block = (source: string, version: string, hashes = "") =>
  `provider "${source}" {\n  version     = "${version}"\n  constraints = "${version}"\n${hashes}}\n`;

const hashes = '  hashes = [\n    "h1:AAAA=",\n    "zh:bbbb",\n  ]\n';
const header =
  '# This file is maintained automatically by "terraform init".\n# Manual edits may be lost in future updates.\n';
const ownBlock = block(own.source, own.version);
const foreign = block("registry.terraform.io/hashicorp/random", "3.7.1", hashes);

const rows = [
  { name: "an empty file gets the block", before: "", after: ownBlock },
  { name: "a file with a header alone gets the block", before: header, after: `${header}\n${ownBlock}` },
  {
    name: "a foreign block stays, and the block follows",
    before: header + foreign,
    after: `${header}${foreign}\n${ownBlock}`,
  },
  {
    name: "a block at this version keeps its hashes",
    before: `${header}\n${block(own.source, own.version, hashes)}\n${foreign}`,
    after: `${header}\n${block(own.source, own.version, hashes)}\n${foreign}`,
  },
  {
    name: "a block at another version is replaced in its place, hashes and all",
    before: `${header}\n${block(own.source, "1.0.0-aaaaaaaaaaaa", hashes)}\n${foreign}`,
    after: `${header}\n${ownBlock}\n${foreign}`,
  },
  {
    name: "a block without a final newline is replaced",
    before: block(own.source, "1.0.0-aaaaaaaaaaaa").trimEnd(),
    after: ownBlock,
  },
  {
    name: "a block with carriage returns is replaced",
    before: block(own.source, "1.0.0-aaaaaaaaaaaa", hashes).replaceAll("\n", "\r\n"),
    after: ownBlock,
  },
  {
    name: "a provider whose address ends in ours is foreign",
    before: block(`example.com/${own.source}`, "1.0.0"),
    after: `${block(`example.com/${own.source}`, "1.0.0")}\n${ownBlock}`,
  },
];

test.each(rows)("$name", ({ before, after }) => {
  expect(lockProvider(before, own)).toBe(after);
});

test.each(rows)("twice is as once: $name", ({ after }) => {
  expect(lockProvider(after, own)).toBe(after);
});
