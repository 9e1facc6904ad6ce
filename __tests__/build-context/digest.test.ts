import { chmodSync, realpathSync, rmSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { contextDigest, contextDigestInTurns, resolveSource } from "../../build-context";
import { fill, folderOf, removeFolders } from "./folder";

afterAll(removeFolders);

const files = {
  Dockerfile: "FROM scratch\nCOPY . /\n",
  ".dockerignore": "ignored\n",
  "index.js": "console.log(1)\n",
  "lib/a.js": { mode: 0o644, text: "a" },
  link: { link: "index.js" },
  ignored: "x",
} as const;

test("every copy has the same digest, whenever and under whatever umask it was made", () => {
  const [one, other] = [folderOf(files), folderOf(files)];
  utimesSync(join(other, "index.js"), 1, 1);
  chmodSync(join(other, "lib/a.js"), 0o664);
  expect(contextDigest({ context: one })).toBe(contextDigest({ context: other }));
  expect(contextDigest({ context: one })).toMatch(/^[0-9a-f]{64}$/);
});

/** Written down once: a change of this value builds every image of every user anew. */
test("the digest is what it has always been", () => {
  expect(contextDigest({ context: folderOf(files) })).toMatchInlineSnapshot(
    `"68be02d10361dcfdb505995fca01aa258241f6f2b9137de9dc22335cfca1c21d"`,
  );
});

test("in turns it is the same", async () => {
  const root = folderOf({ ...files, large: Buffer.alloc(10_000_000, 7) });
  expect(await contextDigestInTurns({ context: root })).toBe(contextDigest({ context: root }));
});

test("it can be given up", async () => {
  const root = folderOf({ ...files, large: Buffer.alloc(10_000_000, 7) });
  await expect(contextDigestInTurns({ context: root }, AbortSignal.abort())).rejects.toThrow("aborted");
});

const changes: {
  what: string;
  change: (root: string) => void;
  counts: boolean;
}[] = [
  {
    what: "a byte of a file",
    change: (root) => fill(root, { "index.js": "console.log(2)\n" }),
    counts: true,
  },
  {
    what: "a byte of the Dockerfile",
    change: (root) => fill(root, { Dockerfile: "FROM scratch\nCOPY . .\n" }),
    counts: true,
  },
  {
    what: "the right to execute",
    change: (root) => chmodSync(join(root, "index.js"), 0o755),
    counts: true,
  },
  {
    what: "another file",
    change: (root) => fill(root, { new: "" }),
    counts: true,
  },
  {
    what: "an empty folder",
    change: (root) => fill(root, { empty: null }),
    counts: true,
  },
  {
    what: "a file less",
    change: (root) => rmSync(join(root, "lib/a.js")),
    counts: true,
  },
  {
    what: "a link that points elsewhere",
    change: (root) => {
      rmSync(join(root, "link"));
      symlinkSync("lib", join(root, "link"));
    },
    counts: true,
  },
  {
    what: "a file in place of a link",
    change: (root) => {
      rmSync(join(root, "link"));
      writeFileSync(join(root, "link"), "index.js");
    },
    counts: true,
  },
  {
    what: "what is ignored",
    change: (root) => fill(root, { ignored: "y" }),
    counts: false,
  },
  {
    what: "what is no longer ignored",
    change: (root) => fill(root, { ".dockerignore": "" }),
    counts: true,
  },
  {
    what: "what Terraform, CDKTF and Git write",
    change: (root) =>
      fill(root, {
        ".terraform/providers/x": "",
        "terraform.tfstate": "",
        "terraform.stage2.tfstate.backup": "",
        ".terraform.tfstate.lock.info": "",
        ".terraform.lock.hcl": "",
        "cdktf.out/stacks/a/cdk.tf.json": "",
        ".git/index": "",
        "lib/.terraform/x": "",
      }),
    counts: false,
  },
  {
    what: "the time of a file",
    change: (root) => utimesSync(join(root, "index.js"), 5, 5),
    counts: false,
  },
];
test.each(changes)("$what: counts $counts", ({ change, counts }) => {
  const root = folderOf(files);
  const before = contextDigest({ context: root });
  change(root);
  expect(contextDigest({ context: root }) !== before).toBe(counts);
});

test("content cannot be taken for another file", () => {
  const digestOf = (content: Record<string, string>) =>
    contextDigest({ context: folderOf({ Dockerfile: "", ...content }) });
  expect(digestOf({ a: "file\0b\0\0false\0" })).not.toBe(digestOf({ a: "", b: "" }));
});

test("a link to the context is as good as the context", () => {
  const root = folderOf({ app: null });
  fill(join(root, "app"), files);
  symlinkSync("app", join(root, "link"));
  expect(resolveSource({ context: join(root, "link") })).toEqual({
    context: join(root, "app"),
    dockerfile: join(root, "app/Dockerfile"),
  });
  expect(contextDigest({ context: join(root, "link") })).toBe(contextDigest({ context: join(root, "app") }));
});

describe("the Dockerfile", () => {
  test("counts although it is ignored", () => {
    const root = folderOf({ ...files, ".dockerignore": "*" });
    const before = contextDigest({ context: root });
    fill(root, { Dockerfile: "FROM alpine" });
    expect(contextDigest({ context: root })).not.toBe(before);
  });

  test("may lie outside the context, and have an ignore file of its own", () => {
    const root = folderOf({
      "app/a": "",
      "app/b": "",
      "docker/app": "FROM scratch",
      "docker/app.dockerignore": "b",
    });
    const source = { context: join(root, "app"), dockerfile: "../docker/app" };
    const before = contextDigest(source);
    fill(root, { "app/b": "changed" });
    expect(contextDigest(source)).toBe(before);
    fill(root, { "app/a": "changed" });
    expect(contextDigest(source)).not.toBe(before);
  });

  test("that is not there is named by its path", () => {
    const root = folderOf({ a: "" });
    expect(() => contextDigest({ context: root, dockerfile: "other" })).toThrow(
      expect.objectContaining({
        code: "dockerfile-absent",
        message: expect.stringContaining(join(root, "other")),
      }),
    );
  });

  test("that is not there is named once where the process works in the context", () => {
    const root = realpathSync(folderOf({ a: "" }));
    const before = process.cwd();
    process.chdir(root);
    try {
      expect(() => contextDigest({ context: "." })).toThrow(
        expect.objectContaining({
          message: `there is no Dockerfile at ${join(root, "Dockerfile")}; correct the path, or make the file`,
        }),
      );
    } finally {
      process.chdir(before);
    }
  });
});
