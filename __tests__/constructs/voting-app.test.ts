import { App, TerraformStack, TerraformVariable, Testing } from "cdktf";
import { VotingApp, type VotingAppProps } from "../../constructs/voting-app";

type Resource = Record<string, unknown>;

function synth(props: VotingAppProps | ((stack: TerraformStack) => VotingAppProps) = {}) {
  const stack = new TerraformStack(new App({ stackTraces: false }), "test");
  const app = new VotingApp(stack, "app", typeof props === "function" ? props(stack) : props);
  const { resource } = JSON.parse(Testing.synth(stack)) as { resource: Record<string, Record<string, Resource>> };
  const named = (type: string) =>
    Object.fromEntries(Object.values(resource[type] ?? {}).map((body) => [body["name"] as string, body]));
  return {
    app,
    services: named("docker_service"),
    networks: named("docker_network"),
    volumes: named("docker_volume"),
    configs: named("docker_config"),
  };
}

test("the lab's services, networks and volume are made", () => {
  const { services, networks, volumes } = synth();
  expect(Object.keys(networks).sort()).toEqual(["voting_stack_backend", "voting_stack_frontend"]);
  expect(Object.keys(volumes).sort()).toEqual(["voting_stack_db-data", "voting_stack_redis-data"]);
  expect(Object.keys(services).sort()).toEqual(
    ["db", "redis", "result", "vote", "worker"].map((name) => `voting_stack_${name}`),
  );
});

test("ports and replicas are the lab's", () => {
  const { services } = synth();
  expect(services["voting_stack_vote"]).toMatchObject({
    mode: { replicated: { replicas: 2 } },
    endpoint_spec: { ports: [{ target_port: 80, published_port: 5000, protocol: "tcp", publish_mode: "ingress" }] },
  });
  expect(services["voting_stack_result"]).toMatchObject({
    endpoint_spec: { ports: [{ target_port: 80, published_port: 5001 }] },
  });
  expect(services["voting_stack_worker"]).toMatchObject({ mode: { replicated: { replicas: 2 } } });
});

test("what holds votes keeps them, on managers", () => {
  const { services } = synth();
  for (const name of ["redis", "db"]) {
    expect(services[`voting_stack_${name}`]).toMatchObject({
      task_spec: { placement: { constraints: ["node.role == manager"] } },
    });
  }
  expect(services["voting_stack_redis"]).toMatchObject({
    task_spec: {
      container_spec: {
        args: ["redis-server", "--appendonly", "yes", "--appendfsync", "always"],
        mounts: [{ type: "volume", target: "/data" }],
      },
    },
  });
});

test("its parts are at hand", () => {
  const { app } = synth();
  expect(app.vote.nameInput).toBe("voting_stack_vote");
  expect(app.worker.nameInput).toBe("voting_stack_worker");
  expect(app.backend.nameInput).toBe("voting_stack_backend");
  expect(app.dbData.nameInput).toBe("voting_stack_db-data");
});

test("replicas may be a Terraform number, images others", () => {
  const { services } = synth((stack) => ({
    voteReplicas: new TerraformVariable(stack, "n", { type: "number" }).numberValue,
    images: { worker: "mine" },
  }));
  expect(services["voting_stack_vote"]).toMatchObject({ mode: { replicated: { replicas: "${var.n}" } } });
  expect(services["voting_stack_worker"]).toMatchObject({ task_spec: { container_spec: { image: "mine:latest" } } });
});

describe("behind an edge", () => {
  test("every service is on dnsrr, and HAProxy has the ports", () => {
    const { services } = synth({ ingress: "edge" });
    for (const name of ["redis", "vote", "db", "result", "worker"]) {
      expect(services[`voting_stack_${name}`]!["endpoint_spec"]).toEqual({ mode: "dnsrr" });
    }
    expect(services["voting_edge_haproxy"]).toMatchObject({
      mode: { global: true },
      endpoint_spec: {
        ports: [
          { published_port: 5000, publish_mode: "host" },
          { published_port: 5001, publish_mode: "host" },
        ],
      },
    });
  });

  test("votes are repeated, results are live", () => {
    const [config] = Object.values(synth({ ingress: "edge" }).configs);
    const text = Buffer.from(config!["data"] as string, "base64").toString();
    expect(text).toMatch(/listen vote_5000_soon\n[\s\S]*?httpchk GET \/\n[\s\S]*?response-timeout/);
    expect(text).toMatch(/frontend in_result_5001\n[\s\S]*?timeout client 1h/);
  });

  test("a Terraform number of replicas changes the edge only where its slots would not do", () => {
    const [config] = Object.values(
      synth((stack) => ({
        ingress: "edge",
        voteReplicas: new TerraformVariable(stack, "n", { type: "number" }).numberValue,
      })).configs,
    );
    expect(config!["data"]).toContain("max(20, (2 * var.n))");
    expect(config!["name"]).toMatch(/^voting_edge_haproxy-\$\{substr\(sha256\(/);
  });
});
