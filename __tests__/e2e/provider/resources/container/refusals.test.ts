import { imageStoreOf } from "../../../../../engine";
import type { ObjectValue } from "../../../../../provider/schema";
import { ContainerScene } from "./scene";

jest.setTimeout(120_000);
let scene: ContainerScene;
beforeAll(async () => {
  scene = await ContainerScene.open();
});
afterAll(() => scene.close());

const noSuchImage = `sha256:${"0".repeat(64)}`;

/** What this engine refuses: where the error stands, and what it says. */
const rows: readonly { name: string; config: ObjectValue; path: string; says: string }[] = [
  {
    name: "an id of no image that it has",
    config: { image: noSuchImage },
    path: "image",
    says: `the engine does not have the image "${noSuchImage}"`,
  },
  {
    name: "a network that it does not have",
    config: { networks_advanced: [{ name: "t-container-no-such-network" }] },
    path: "networks_advanced",
    says: 'the engine does not have the network "t-container-no-such-network"',
  },
  {
    name: "a second network that it does not have",
    config: { networks_advanced: [{ name: "bridge" }, { name: "t-container-no-such-network" }] },
    path: "networks_advanced",
    says: 'the engine does not have the network "t-container-no-such-network"',
  },
  {
    name: "an alias on the default bridge",
    config: { networks_advanced: [{ name: "bridge", aliases: ["web"] }] },
    path: "networks_advanced",
    says: "the network cannot give the address or the alias",
  },
  {
    name: "a file in the place of a folder",
    config: { upload: [{ file: "/bin", content: "text" }] },
    path: "upload",
    says: "a file cannot be put in the place of the folder /bin",
  },
  {
    name: "volumes of a container that it does not have",
    config: { volumes: [{ from_container: "t-container-no-such" }] },
    path: "network_mode",
    says: 'the engine does not have the container "t-container-no-such"',
  },
  {
    name: "a mode of a container that it does not have",
    config: { pid_mode: "container:t-container-no-such" },
    path: "network_mode",
    says: 'the engine does not have the container "t-container-no-such"',
  },
  {
    name: "two mounts on one path",
    config: {
      mounts: [
        { type: "tmpfs", target: "/a" },
        { type: "volume", target: "/a/" },
      ],
    },
    path: "mounts",
    says: "two mounts are on /a/",
  },
  {
    name: "a volume with a name that cannot be",
    config: { volumes: [{ volume_name: "a b", container_path: "/a" }] },
    path: "mounts",
    says: "the engine refuses a mount",
  },
  {
    name: "a device that its host does not have",
    config: { devices: [{ host_path: "/dev/no-such" }] },
    path: "devices",
    says: "the engine's host does not have the device /dev/no-such",
  },
  { name: "GPUs", config: { gpus: "all" }, path: "gpus", says: "the engine has no driver for GPUs" },
  {
    name: "a program that the image does not have",
    config: { command: ["/no/such/program"] },
    path: "command",
    says: 'the container cannot run its command "/no/such/program"',
  },
  {
    name: "a file that is no program",
    config: { command: ["/text"] },
    path: "command",
    says: 'the container cannot run its command "/text"',
  },
  {
    name: "a user that the image does not have",
    config: { user: "nobody-here" },
    path: "user",
    says: 'the image does not have the user or group "nobody-here"',
  },
  {
    name: "more CPUs than its host has",
    config: { cpus: "4096" },
    path: "cpus",
    says: "the engine's host cannot give that much CPU",
  },
  {
    name: "a CPU that its host does not have",
    config: { cpu_set: "4095" },
    path: "cpu_set",
    says: "the engine's host does not have these CPUs",
  },
  { name: "too little memory", config: { memory: 1 }, path: "memory", says: "the engine refuses the memory limits" },
  {
    name: "swap that is less than the memory",
    config: { memory: 64, memory_swap: 32 },
    path: "memory",
    says: "the engine refuses the memory limits",
  },
  {
    name: "a runtime that it does not have",
    config: { runtime: "no-such-runtime" },
    path: "runtime",
    says: "the engine does not have the runtime",
  },
  {
    name: "an option that the log driver does not know",
    config: { log_driver: "json-file", log_opts: { "no-such": "1" } },
    path: "log_opts",
    says: "the log driver refuses an option",
  },
  {
    name: "a kernel parameter of no namespace",
    config: { sysctls: { "vm.swappiness": "1" } },
    path: "sysctls",
    says: "the engine refuses a kernel parameter",
  },
  {
    name: "a limit of no kind that it knows",
    config: { ulimit: [{ name: "no-such", soft: 1, hard: 1 }] },
    path: "ulimit",
    says: "the engine refuses a limit of `ulimit`",
  },
  {
    name: "a soft limit above the hard one",
    config: { ulimit: [{ name: "nofile", soft: 2, hard: 1 }] },
    path: "ulimit",
    says: "the engine refuses a limit of `ulimit`",
  },
  {
    name: "a seccomp profile that is none",
    config: { security_opts: ['seccomp={"defaultAction":"no-such"}'] },
    path: "security_opts",
    says: "the engine refuses a security option",
  },
];

test("an option of its storage driver is an error about its attribute; a driver without options does nothing with it, which is told", async () => {
  const { name, errors, warnings } = await scene.tries({ storage_opts: { size: "1G" } });
  const summary = (says: string) => ({ summary: `container "${name}": ${says}` });
  const told = {
    classic: { errors: [{ ...summary("the storage driver refuses an option"), path: ["storage_opts"] }], warnings: [] },
    containerd: {
      errors: [],
      warnings: [summary("its engine does nothing with `storage_opts` (size = 1G)")],
    },
  };
  expect({ errors, warnings }).toMatchObject(told[await imageStoreOf(scene.engine)]);
});

test.each(rows)("$name is an error about its attribute", async ({ config, path, says }) => {
  const { name, errors } = await scene.tries(config);
  expect(errors).toMatchObject([{ summary: `container "${name}": ${says}`, path: [path] }]);
  expect(errors[0]!.detail).toMatch(/(?:POST|PUT) \/[\w/]+/);
});
