import type { ContainerInspect, ImageInspect } from "../../../../engine";
import { withoutImage } from "../../../../provider/resources/container/image";
import type { ObjectValue } from "../../../../provider/schema";
import { configOf, echo } from "./engine-echo";
import { config, ended, host, importedOf, networks, state } from "./observed";

describe("on import", () => {
  const imported = (found: ContainerInspect, image?: Partial<ImageInspect["Config"]>): ObjectValue =>
    importedOf(withoutImage(found, image ? ({ Config: image } as ImageInspect) : undefined));

  const blocks: readonly { name: string; asked: ObjectValue }[] = [
    {
      name: "volumes",
      asked: {
        volumes: [
          { volume_name: "v", container_path: "/v", read_only: true },
          { host_path: "/h", container_path: "/h" },
          { from_container: "c" },
          { container_path: "/a" },
        ],
      },
    },
    {
      name: "mounts",
      asked: {
        mounts: [
          { type: "bind", source: "/s", target: "/t", bind_options: [{ propagation: "shared" }] },
          { type: "tmpfs", target: "/u", tmpfs_options: [{ size_bytes: 1 }] },
          { type: "volume", target: "/v", volume_options: [{ no_copy: true, labels: [{ label: "a", value: "b" }] }] },
        ],
      },
    },
    {
      name: "devices",
      asked: {
        devices: [{ host_path: "/dev/a" }, { host_path: "/dev/b", container_path: "/dev/c", permissions: "r" }],
      },
    },
    { name: "ulimit", asked: { ulimit: [{ name: "nofile", soft: 1, hard: 2 }] } },
    { name: "capabilities", asked: { capabilities: [{ add: ["NET_ADMIN"], drop: ["MKNOD"] }] } },
    { name: "host", asked: { host: [{ host: "a", ip: "1.2.3.4" }] } },
    { name: "ports", asked: { ports: [{ internal: 80, external: 8080 }] } },
    { name: "labels", asked: { labels: [{ label: "a", value: "1" }] } },
    {
      name: "networks_advanced",
      asked: { networks_advanced: [{ name: "front", aliases: ["web"], ipv4_address: "10.0.0.2" }] },
    },
  ];
  test.each(blocks)("$name are told as they would be written", ({ name, asked }) => {
    expect(imported(echo(asked))[name]).toEqual((configOf(asked) as unknown as ObjectValue)[name]);
  });

  test("ports are told in the order of their numbers", () => {
    const ports = [{ internal: 443 }, { internal: 80 }, { internal: 8080 }];
    expect(imported(echo({ ports }))["ports"]).toMatchObject([{ internal: 80 }, { internal: 443 }, { internal: 8080 }]);
  });

  test("what the image has is not taken for what was asked", () => {
    const image = {
      Env: ["PATH=/bin", "A=1"],
      Labels: { a: "1" },
      Volumes: { "/data": {} },
      Healthcheck: { Test: ["CMD", "true"] },
    };
    const found = config({ ...image, Env: ["PATH=/bin", "A=2"], Labels: { a: "1", b: "2" } });
    expect(imported(found, image)).toMatchObject({
      env: ["A=2"],
      labels: [{ label: "b", value: "2" }],
      volumes: [],
      healthcheck: [],
    });
  });

  test("whether it must run is whether it runs", () => {
    expect(imported(echo())["must_run"]).toBe(true);
    expect(imported(state(ended))["must_run"]).toBe(false);
  });

  test("what `docker compose` runs may have ended with 0, where nothing starts it again", () => {
    const composed = (policy: string, ExitCode: number) => {
      const found = echo({}, {
        State: { ...ended, ExitCode },
        HostConfig: { ...echo().HostConfig, RestartPolicy: { Name: policy } },
      } as Partial<ContainerInspect>);
      const labels = { "com.docker.compose.project": "shop" };
      const { must_run, expected_exit_code } = imported({ ...found, Config: { ...found.Config, Labels: labels } });
      return { must_run, expected_exit_code };
    };
    expect(composed("no", 0)).toEqual({ must_run: true, expected_exit_code: 0 });
    expect(composed("on-failure", 0)).toEqual({ must_run: true, expected_exit_code: 0 });
    expect(composed("no", 3)).toEqual({ must_run: false, expected_exit_code: 0 });
    expect(composed("always", 0)).toEqual({ must_run: false, expected_exit_code: undefined });
  });

  test("the engine's own limit of swap is none that was asked", () => {
    expect(imported(host({ Memory: 2 ** 26, MemorySwap: 2 ** 27 }))["memory_swap"]).toBeUndefined();
    expect(imported(host({ Memory: 2 ** 26, MemorySwap: 2 ** 26 }))["memory_swap"]).toBe(64);
  });

  test("the network that the mode stands for is not told twice, nor is the container's own short id an alias", () => {
    const found = networks({ bridge: {}, front: { Aliases: ["0123456789ab"] } });
    expect(imported(found)["networks_advanced"]).toEqual([
      { name: "front", aliases: undefined, ipv4_address: undefined, ipv6_address: undefined },
    ]);
  });
});
