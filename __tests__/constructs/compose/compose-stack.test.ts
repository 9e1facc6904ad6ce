import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { App, TerraformStack, TerraformVariable, Testing } from "cdktf";
import { ComposeStack, type FromFileProps } from "../../../constructs/compose/compose-stack";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "t-compose-stack-"));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

type Resources = Record<string, Record<string, Record<string, unknown>>>;

type Props = Partial<FromFileProps>;

/** What is synthesized of a file, resources by type and key. */
function synth(
  text: string,
  props: Props | ((stack: TerraformStack) => Props) = {},
  files: Record<string, string> = {},
): Resources {
  const paths = Object.entries({ "compose.yml": text, ...files }).map(([name, content]) => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  });
  const stack = new TerraformStack(new App({ stackTraces: false }), "test");
  const given = typeof props === "function" ? props(stack) : props;
  ComposeStack.fromFile(stack, "app", { file: paths[0], name: "st", ...given });
  const { resource } = JSON.parse(Testing.synth(stack)) as { resource: Resources };
  const key = (id: string) => /^app_[a-z]+_(.+)_[0-9A-F]{8}$/.exec(id)![1]!;
  return Object.fromEntries(
    Object.entries(resource).map(([type, all]) => [
      type,
      Object.fromEntries(Object.entries(all).map(([id, body]) => [key(id), { id, ...body }])),
    ]),
  );
}

const whole = `
services:
  web:
    image: nginx
    command: echo $\${HOME} %{x}
    networks: [front, outside]
    volumes: [data:/data]
    secrets: [password, elsewhere]
    configs: [site]
    ports: ["80:80"]
    depends_on: [api]
    ulimits: {nofile: 5}
    init: true
  api: {image: api, deploy: {mode: global}}
  job: {image: job, deploy: {mode: replicated-job, replicas: 3}}
networks:
  front: {driver_opts: {encrypted: "true"}}
  outside: {external: true, name: host-net}
volumes: {data: }
secrets:
  password: {file: password.txt}
  elsewhere: {external: true, name: real-name}
configs:
  site: {content: hello}
`;

describe("a stack file", () => {
  let resources: Resources;
  beforeAll(() => {
    resources = synth(whole, { engine: "container://node1" }, { "password.txt": "secret" });
  });

  test("becomes a resource for each object", () => {
    expect(Object.fromEntries(Object.entries(resources).map(([type, all]) => [type, Object.keys(all).sort()]))).toEqual(
      {
        docker_network: ["default", "front"],
        docker_volume: ["data"],
        docker_secret: ["password"],
        docker_config: ["site"],
        docker_service: ["api", "job", "web"],
      },
    );
  });

  test("names and labels are those of docker stack deploy", () => {
    const label = { label: "com.docker.stack.namespace", value: "st" };
    expect(resources["docker_network"]!["front"]).toMatchObject({
      name: "st_front",
      driver: "overlay",
      labels: [label],
      options: { encrypted: "true" },
    });
    expect(resources["docker_volume"]!["data"]).toMatchObject({ name: "st_data", labels: [label] });
    expect(resources["docker_service"]!["web"]).toMatchObject({
      name: "st_web",
      labels: [{ label: "com.docker.stack.image", value: "nginx" }, label],
    });
  });

  test("secrets and configs are named after their content, and made before the old ones go", () => {
    const lifecycle = { create_before_destroy: true };
    expect(resources["docker_secret"]!["password"]).toMatchObject({
      name: expect.stringMatching(/^st_password-[0-9a-f]{10}$/),
      data: "c2VjcmV0",
      lifecycle,
    });
    expect(resources["docker_config"]!["site"]).toMatchObject({
      name: "st_site-2cf24dba5f",
      data: "aGVsbG8=",
      lifecycle,
      labels: [{ label: "com.docker.stack.namespace", value: "st" }],
    });
  });

  test("a service refers to what is made, and names what is not", () => {
    const id = (type: string, key: string) => `\${${type}.${resources[type]![key]!["id"]}.id}`;
    const name = (type: string, key: string) => `\${${type}.${resources[type]![key]!["id"]}.name}`;
    expect(resources["docker_service"]!["web"]).toMatchObject({
      task_spec: {
        networks_advanced: [
          { name: "host-net", aliases: ["web"] },
          { name: id("docker_network", "front"), aliases: ["web"] },
        ],
        container_spec: {
          mounts: [{ type: "volume", source: name("docker_volume", "data"), target: "/data" }],
          secrets: [
            { secret_id: "", secret_name: "real-name", file_name: "elsewhere" },
            {
              secret_id: id("docker_secret", "password"),
              secret_name: name("docker_secret", "password"),
              file_name: "password",
            },
          ],
          configs: [{ config_id: id("docker_config", "site"), file_name: "site" }],
        },
      },
    });
  });

  test("a service waits for those it depends on", () => {
    expect(resources["docker_service"]!["web"]).toMatchObject({
      depends_on: [`docker_service.${resources["docker_service"]!["api"]!["id"]}`],
    });
  });

  test("text that looks like a template is no template", () => {
    expect(resources["docker_service"]!["web"]).toMatchObject({
      task_spec: { container_spec: { args: ["echo", "$${HOME}", "%%{x}"] } },
    });
  });

  test("what the community provider lacks is added", () => {
    expect(resources["docker_service"]!["web"]).toMatchObject({
      task_spec: { container_spec: { init: true, ulimits: [{ name: "nofile", soft: 5, hard: 5 }] } },
    });
    expect(resources["docker_service"]!["job"]).toMatchObject({
      mode: { replicated_job: { total_completions: 3, max_concurrent: 3 } },
    });
    expect(resources["docker_service"]!["api"]).toMatchObject({ mode: { global: true } });
  });

  test("every service is waited for", () => {
    for (const service of Object.values(resources["docker_service"]!))
      expect(service["converge_config"]).toEqual({ timeout: "3m" });
  });

  test("every resource is on the engine", () => {
    for (const all of Object.values(resources)) {
      for (const resource of Object.values(all)) expect(resource["engine"]).toBe("container://node1");
    }
  });
});

const one = "services: {scaled: {image: a, deploy: {replicas: 3}}, other: {image: b}}\n";

test("replicas may be a Terraform number", () => {
  const resources = synth(one, (stack) => {
    const { numberValue } = new TerraformVariable(stack, "replicas", { type: "number" });
    return { services: { scaled: { replicas: numberValue } } };
  });
  expect(resources["docker_service"]!["scaled"]!["mode"]).toEqual({ replicated: { replicas: "${var.replicas}" } });
  expect(resources["docker_service"]!["other"]!["mode"]).toBeUndefined();
});

test("an image may be given for a service that names none", () => {
  const resources = synth("services: {web: {build: .}}\n", { services: { web: { image: "mine:1" } } });
  expect(resources["docker_service"]!["web"]).toMatchObject({ task_spec: { container_spec: { image: "mine:1" } } });
});

test("a variable may be a Terraform value, in configs too", () => {
  const text = 'services: {web: {image: "${IMAGE}", configs: [c]}}\nconfigs: {c: {content: "x ${IMAGE}"}}\n';
  const resources = synth(text, (stack) => ({
    variables: { IMAGE: new TerraformVariable(stack, "image", { type: "string" }).stringValue },
  }));
  expect(resources["docker_service"]!["web"]).toMatchObject({
    task_spec: { container_spec: { image: "${var.image}" } },
  });
  expect(resources["docker_config"]!["c"]).toMatchObject({
    data: '${base64encode(join("", [base64decode("eCA="), var.image]))}',
    name: 'st_c-${substr(sha256(join("", [base64decode("eCA="), var.image])), 0, 10)}',
  });
});

test("a secret may be a Terraform value, which then stands nowhere in the stack", () => {
  const text = "services: {web: {image: a, secrets: [word]}}\nsecrets: {word: {environment: PASSWORD}}\n";
  const resources = synth(text, (stack) => ({
    variables: { PASSWORD: new TerraformVariable(stack, "password", { type: "string", sensitive: true }).stringValue },
  }));
  expect(resources["docker_secret"]!["word"]).toMatchObject({ data: '${base64encode(join("", [var.password]))}' });
});

test("nothing waits where that is not wanted", () => {
  expect(synth(one, { converge: false })["docker_service"]!["scaled"]).not.toHaveProperty("converge_config");
});

test("names of secrets and configs stay without rotation", () => {
  const resources = synth("services: {web: {image: a}}\nconfigs: {c: {content: x}}\n", { rotate: false });
  expect(resources["docker_config"]!["c"]).toMatchObject({ name: "st_c" });
});

test("two syntheses are equal", () => {
  expect(synth(whole, {}, { "password.txt": "secret" })).toEqual(synth(whole, {}, { "password.txt": "secret" }));
});

test.each([
  ["an unknown service", { web2: { replicas: 1 } }, "unknown-service"],
  ["replicas of a global service", { api: { replicas: 1 } }, "replicas-of-global"],
])("%s is an error", (_, services, code) => {
  expect(() => synth(whole, { services }, { "password.txt": "x" })).toThrow(expect.objectContaining({ code }));
});

test("what is wrong with the file is one error", () => {
  expect(() => synth("services:\n  web: {imgae: a, ports: [70000]}\n")).toThrow(
    expect.objectContaining({ name: "ComposeError", message: expect.stringContaining("did you mean `image`?") }),
  );
});

test("objects are found by their keys: an external one of the same name stays external", () => {
  const text = `
services:
  web:
    image: a
    networks: [made, outside]
    volumes: [made:/made, outside:/outside]
    secrets: [made, outside]
    configs: [made, outside]
networks: {made: {name: same}, outside: {name: same, external: true}}
volumes: {made: {name: same}, outside: {name: same, external: true}}
secrets: {made: {name: same, file: content}, outside: {name: same, external: true}}
configs: {made: {name: same, file: content}, outside: {name: same, external: true}}
`;
  const resources = synth(text, {}, { content: "x" });
  const reference = (type: string, attribute: string) => `\${${type}.${resources[type]!["made"]!["id"]}.${attribute}}`;
  expect(resources["docker_service"]!["web"]).toMatchObject({
    task_spec: {
      networks_advanced: [{ name: reference("docker_network", "id") }, { name: "same" }],
      container_spec: {
        mounts: [{ source: reference("docker_volume", "name") }, { source: "same" }],
        secrets: [{ secret_id: reference("docker_secret", "id") }, { secret_id: "", secret_name: "same" }],
        configs: [{ config_id: reference("docker_config", "id") }, { config_id: "", config_name: "same" }],
      },
    },
  });
});
