import { mkdtempSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { container } from "../../../../../provider/resources/container";
import type { ObjectValue } from "../../../../../provider/schema";
import { ContainerScene } from "./scene";

jest.setTimeout(120_000);
let scene: ContainerScene;
beforeAll(async () => {
  scene = await ContainerScene.open();
});
afterAll(() => scene.close());

const once = { must_run: false, attach: true, logs: true };
const shell = (script: string) => ["sh", "-c", script];
const unchanged = { changed: [], replace: [] };

/** What a container that is made so prints; read and planned again it is unchanged. */
async function prints(script: string, more: ObjectValue): Promise<string> {
  const { config, state } = await scene.makes({ ...once, command: shell(script), ...more });
  const { state: read } = await scene.read(container, state);
  expect(read).toEqual(state);
  expect(await scene.plan(container, config, read!)).toEqual(unchanged);
  return String(state["container_logs"]);
}

describe("uploaded files", () => {
  const seen = "for f in \"$@\"; do stat -c '%a %u' $f; cat $f; echo; done";

  test("are there before it starts, with their permissions, whichever way their content is given", async () => {
    const source = join(mkdtempSync(join(scene.folder, "upload-")), "source");
    writeFileSync(source, "from a file");
    const output = await prints(`set -- /etc/a.conf /opt/deep/b /c /d /e; ${seen}`, {
      upload: [
        { file: "/etc/a.conf", content: "ünïcode" },
        { file: "/opt/deep/b", content_base64: Buffer.from("binary").toString("base64"), executable: true },
        { file: "/c", source, source_hash: "1", permissions: "0600" },
        { file: "/d", content: "", permissions: "0777" },
        { file: "/e", content: "both", executable: true, permissions: "0400" },
      ],
    });
    expect(output).toBe("644 0\nünïcode\n744 0\nbinary\n600 0\nfrom a file\n777 0\n\n400 0\nboth\n");
  });

  test("may be larger than any buffer", async () => {
    const source = join(scene.folder, "large");
    writeFileSync(source, Buffer.alloc(20_000_000, "x"));
    expect(
      await prints("stat -c %s /large; cat /small", {
        upload: [
          { file: "/large", source },
          { file: "/small", content: "after it" },
        ],
      }),
    ).toBe("20000000\nafter it");
  });

  test("that cannot be read are an error that names them, and the container is not lost", async () => {
    const { state, errors } = await scene.tries({
      upload: [
        { file: "/a", content: "a" },
        { file: "/b", source: "no/such/file" },
      ],
    });
    expect(errors).toMatchObject([{ summary: 'the file "no/such/file" cannot be read', path: ["upload"] }]);
    expect((await scene.inspect(state)).State.Status).toBe("created");
  });

  test("cannot be put where nothing may be written", async () => {
    const { name, errors } = await scene.tries({ read_only: true, upload: [{ file: "/a", content: "a" }] });
    expect(errors).toMatchObject([
      { summary: `container "${name}": files cannot be put where the container may not write`, path: ["upload"] },
    ]);
  });
});

describe("volumes and mounts", () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(scene.folder, "bind-"));
    writeFileSync(join(folder, "file"), "of the host\n");
  });

  const mounted =
    "while read -r _ path type mode _; do case $path in /data*|/ro*) echo $path $type ${mode%%,*};; esac; done < /proc/mounts | sort";
  test.each([
    {
      name: "a folder of the host, in the short syntax",
      config: () => ({
        volumes: [
          { host_path: folder, container_path: "/data" },
          { host_path: folder, container_path: "/ro", read_only: true },
        ],
      }),
      script: `cat /data/file; echo new > /data/new; cat /ro/new; (echo x > /ro/x) 2>/dev/null || echo no`,
      output: "of the host\nnew\nno\n",
    },
    {
      name: "a folder of the host, in the long syntax",
      config: () => ({
        mounts: [
          { type: "bind", source: folder, target: "/data", bind_options: [{ propagation: "rprivate" }] },
          { type: "bind", source: folder, target: "/ro", read_only: true },
        ],
      }),
      script: `cat /data/file; (echo x > /ro/x) 2>/dev/null || echo no`,
      output: "of the host\nno\n",
    },
    {
      name: "volumes by name and without one",
      config: () => ({
        volumes: [{ volume_name: `${scene.prefix}-v`, container_path: "/data" }, { container_path: "/data2" }],
        mounts: [
          { type: "volume", target: "/data3" },
          {
            type: "volume",
            source: `${scene.prefix}-w`,
            target: "/data4",
            volume_options: [{ no_copy: true, driver_name: "local", labels: [{ label: "a", value: "b" }] }],
          },
        ],
      }),
      script: mounted,
      output: "/data ext4 rw\n/data2 ext4 rw\n/data3 ext4 rw\n/data4 ext4 rw\n",
    },
    {
      name: "folders in memory, in both syntaxes",
      config: () => ({
        tmpfs: { "/data": "size=1m,mode=1777" },
        mounts: [
          { type: "tmpfs", target: "/data2", tmpfs_options: [{ size_bytes: 2097152, mode: 448 }] },
          { type: "tmpfs", target: "/data3" },
        ],
      }),
      script: `${mounted}; stat -c %a /data /data2; df -k /data /data2 | grep -c tmpfs`,
      output: "/data tmpfs rw\n/data2 tmpfs rw\n/data3 tmpfs rw\n1777\n700\n2\n",
    },
  ])("$name", async ({ config, script, output }) => {
    expect((await prints(script, config())).replace(/ (ext4|xfs|btrfs|overlay) /g, " ext4 ")).toBe(output);
  });

  test.each([
    { name: "that copies nothing", volume_options: [{ no_copy: true }] },
    { name: "that has labels", volume_options: [{ labels: [{ label: "a", value: "b" }] }] },
    { name: "that has a driver", volume_options: [{ driver_name: "local" }] },
  ])("a volume without a name $name is read as it was asked for, whatever the engine adds to it", async (asked) => {
    const mounts = [{ type: "volume", target: "/data", volume_options: asked.volume_options }];
    const { config, state } = await scene.makes({ mounts });
    const { state: read } = await scene.read(container, state);
    expect(read).toEqual(state);
    expect(await scene.plan(container, config, read!)).toEqual(unchanged);
  });

  test("another container's volumes", async () => {
    const { state } = await scene.makes({
      volumes: [{ container_path: "/data" }],
      upload: [{ file: "/data/note", content: "shared\n" }],
    });
    const volumes = [{ from_container: String(state["name"]), read_only: true }];
    expect(await prints("cat /data/note; (echo x > /data/x) 2>/dev/null || echo no", { volumes })).toBe("shared\nno\n");
  });

  test("a source that the host does not have is an error that names it", async () => {
    const { name, errors } = await scene.tries({
      mounts: [{ type: "bind", source: "/no/such/folder", target: "/data" }],
    });
    expect(errors).toMatchObject([
      { summary: `container "${name}": the engine's host does not have /no/such/folder`, path: ["mounts"] },
    ]);
  });
});
