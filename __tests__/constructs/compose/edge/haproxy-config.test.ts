import type { EdgeRoute, EdgeService } from "../../../../constructs/compose/edge/edge-service";
import { haproxyConfig } from "../../../../constructs/compose/edge/haproxy-config";

const route = (as: EdgeService): EdgeRoute => ({
  key: "vote",
  service: "voting_stack_vote",
  published: 5000,
  target: 80,
  slots: "20",
  as,
});

/** Lines of a section, without what holds for all. */
const section = (as: EdgeService, title: string): string[] => {
  const sections = haproxyConfig([route(as)]).split("\n\n");
  const [, ...lines] = sections
    .find((text) => text.startsWith(title))!
    .trimEnd()
    .split("\n");
  return lines.map((line) => line.trim());
};

const discovery =
  "server-template vote 1-20 tasks.voting_stack_vote:80 resolvers docker resolve-prefer ipv4 init-addr none";

const retryAfter =
  "http-after-response set-header Retry-After 2 if { status 502:504 } !{ res.hdr(Retry-After) -m found }";

const rows: { name: string; as: EdgeService; frontend: string[]; backend: string[] }[] = [
  {
    name: "TCP",
    as: { protocol: "tcp" },
    frontend: ["bind :5000", "mode tcp", "option tcplog", "timeout client 1h", "default_backend vote_5000"],
    backend: ["mode tcp", "balance roundrobin", "timeout server 1h", discovery],
  },
  {
    name: "HTTP repeats only what did not connect",
    as: { protocol: "http" },
    frontend: [
      "bind :5000",
      "mode http",
      "option httplog",
      "option forwardfor",
      retryAfter,
      "timeout client 60s",
      "default_backend vote_5000",
    ],
    backend: [
      "mode http",
      "balance roundrobin",
      "retry-on conn-failure",
      "timeout server 60s",
      "timeout tunnel 1h",
      discovery,
    ],
  },
  {
    name: "HTTP that may be repeated asks one that answers soon first",
    as: { protocol: "http", idempotent: true, healthPath: "/healthz" },
    frontend: [
      "bind :5000",
      "mode http",
      "option httplog",
      "option forwardfor",
      retryAfter,
      "timeout client 60s",
      "default_backend vote_5000",
    ],
    backend: [
      "mode http",
      "balance roundrobin",
      "retries 1",
      "retry-on conn-failure empty-response 502 503 504",
      "timeout server 60s",
      "use-server soon if TRUE",
      "server soon abns@vote_5000_soon no-check",
      "server patient abns@vote_5000_patient no-check",
    ],
  },
  {
    name: "live pages",
    as: { protocol: "http", live: true },
    frontend: [
      "bind :5000",
      "mode http",
      "option httplog",
      "option http-no-delay",
      "option forwardfor",
      retryAfter,
      "timeout client 1h",
      "default_backend vote_5000",
    ],
    backend: [
      "mode http",
      "balance roundrobin",
      "retry-on conn-failure",
      "timeout server 1h",
      "timeout tunnel 1h",
      discovery,
    ],
  },
  {
    name: "live pages that may be asked for again are not cut short",
    as: { protocol: "http", live: true, idempotent: true },
    frontend: [
      "bind :5000",
      "mode http",
      "option httplog",
      "option http-no-delay",
      "option forwardfor",
      retryAfter,
      "timeout client 1h",
      "default_backend vote_5000",
    ],
    backend: [
      "mode http",
      "balance roundrobin",
      "retry-on conn-failure empty-response",
      "timeout server 1h",
      "timeout tunnel 1h",
      discovery,
    ],
  },
];
test.each(rows)("$name", ({ as, frontend, backend }) => {
  expect(section(as, "frontend in_vote_5000")).toEqual(frontend);
  expect(section(as, "backend vote_5000")).toEqual(backend);
});

test("what was seen to lose no request holds for every route", () => {
  const config = haproxyConfig([route({ protocol: "http" })]);
  for (const line of [
    "hard-stop-after 1s",
    "nameserver dns1 127.0.0.11:53",
    "accepted_payload_size 8192",
    "hold valid 1s",
    "retries 3",
    "option redispatch 1",
    "timeout connect 500ms",
    "default-server check inter 500ms fastinter 200ms downinter 500ms fall 2 rise 1 observe layer4 error-limit 1 on-error mark-down",
  ]) {
    expect(config).toContain(`  ${line}\n`);
  }
  expect(config).not.toContain("on-marked-down");
});

test("each route has a frontend and a backend of its own", () => {
  const other = { ...route({ protocol: "tcp" }), published: 5001, target: 81 };
  const titles = haproxyConfig([route({ protocol: "http" }), other]).match(/^(frontend|backend) .*$/gm);
  expect(titles).toEqual(["frontend in_vote_5000", "frontend in_vote_5001", "backend vote_5000", "backend vote_5001"]);
});

const listening = (which: string) => [
  `bind abns@vote_5000_${which}`,
  "mode http",
  "option httplog",
  "option dontlog-normal",
  "timeout client 60s",
  "balance roundrobin",
];

test("who does not answer soon is left for another and is out until it passes its check", () => {
  const as = { protocol: "http", idempotent: true, healthPath: "/healthz" } as const;
  expect(section(as, "listen vote_5000_soon")).toEqual([
    ...listening("soon"),
    "option httpchk GET /healthz",
    "retries 2",
    "retry-on conn-failure empty-response response-timeout",
    "timeout server 400ms",
    `${discovery} observe layer7`,
  ]);
});

test("where nobody answers soon, one is asked patiently, and where none passes its check, any", () => {
  expect(section({ protocol: "http", idempotent: true }, "listen vote_5000_patient")).toEqual([
    ...listening("patient"),
    "option allbackups",
    "retries 2",
    "retry-on conn-failure empty-response response-timeout 503",
    "timeout check 1s",
    "timeout server 2800ms",
    discovery,
    `${discovery.replace("server-template vote ", "server-template vote_any ")} no-check backup`,
  ]);
});
