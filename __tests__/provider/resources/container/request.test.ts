import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createRequest } from "../../../../provider/resources/container/parts";
import { configOf, requestOf } from "./engine-echo";

import { requestRows } from "./request-rows";

const folder = mkdtempSync(join(tmpdir(), "request-"));
const profile = join(folder, "profile.json");
writeFileSync(profile, '{\n  "defaultAction": "SCMP_ACT_ALLOW"\n}\n');
afterAll(() => rmSync(folder, { recursive: true }));

test.each(requestRows(profile))("$name", ({ asked, config = {}, host = {}, api }) => {
  const { HostConfig, ...request } = requestOf(asked, api);
  expect(request).toMatchObject(config);
  for (const [member, value] of Object.entries(host))
    expect({ [member]: HostConfig?.[member as "Binds"] }).toEqual({ [member]: value });
});

test("nothing is sent that was not asked: the rest is the engine's and the image's", () => {
  expect(requestOf({})).toEqual({
    Image: "alpine",
    Labels: {},
    Tty: false,
    OpenStdin: false,
    HostConfig: {
      RestartPolicy: { Name: "no", MaximumRetryCount: 0 },
      AutoRemove: false,
      NetworkMode: "bridge",
      ExtraHosts: [],
      PortBindings: {},
      Binds: [],
      VolumesFrom: [],
      ReadonlyRootfs: false,
      Devices: [],
      Ulimits: [],
    },
    NetworkingConfig: {},
  });
});

test("labels of ownership stand beside those that were asked for", () => {
  const asked = configOf({ labels: [{ label: "a", value: "1" }] });
  expect(createRequest(asked, "1.41", { nonce: "n" }).Labels).toEqual({ a: "1", nonce: "n" });
});

test("a seccomp profile that cannot be read is an error about the option", () => {
  expect(() => requestOf({ security_opts: ["seccomp=/no/such/profile.json"] })).toThrow(
    expect.objectContaining({
      diagnostics: [
        expect.objectContaining({
          path: ["security_opts"],
          summary: 'the seccomp profile "/no/such/profile.json" cannot be read',
        }),
      ],
    }),
  );
});
