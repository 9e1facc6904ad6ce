import type { Random } from "./random";

/** Names that things of a file have, few enough that one often meets another. */
export const names = ["a", "b", "web", "db", "data", "front", "default"] as const;
const files = ["one.env", "other.yml", "third.yml", "content.txt", "missing.txt", "", ".", "../x"];

/** What may stand where a text is wanted, by the key that it stands under: what is right, and what is not quite. */
const byKey: readonly (readonly [key: RegExp, right: readonly string[], wrong: readonly string[]])[] = [
  [/^image$/, ["a", "nginx:1.25", "reg:5000/a/b:c", "docker.io/library/alpine"], ["A", "a:", "", "a@sha256:12"]],
  [/^isolation$/, ["default", ""], ["hyperv", "x"]],
  [/^action$/, ["sync", "rebuild"], ["x"]],
  [/^pull_policy$/, ["always", "every_2d"], ["x", ""]],
  [/^(?:secrets|configs|networks|service|models|depends_on|extends)$/, [...names], ["x", "", "a b"]],
  [/endpoint_mode/, ["vip", "dnsrr", "DNSRR", ""], ["x"]],
  [/failure_action/, ["pause", "continue"], ["rollback", "x", ""]],
  [/condition/, ["none", "on-failure", "service_started"], ["any", "x", ""]],
  [/order/, ["start-first", "stop-first"], ["x", ""]],
  [
    /delay|monitor|interval|timeout|period|window/,
    ["10s", "1m30s", "0s", "1.5h", "100ms"],
    ["5", "1d", "-1s", "s", "", "1h2x", "99999999999h"],
  ],
  [/memory|size|shm|limit|rate/, ["64m", "1.5g", "512", "1kib", "0"], ["-1", "x", "", "99999999999999999999g", "1 mb"]],
  [
    /cpus|ratio|parallelism|attempts|replicas|retries|adj|scale/,
    ["1", "2", "0"],
    ["-1", "half", "1e9", "", "0.0000000001", ".5", "1/2"],
  ],
  [/^mode$/, ["0444", "292"], ["global", "replicated-job", "host", "ingress", "444", "GLOBAL", "", "x"]],
  [/restart/, ["no", "always", "unless-stopped", "on-failure", "on-failure:3"], ["on-failure:x", "sometimes", ""]],
  [
    /^ports$/,
    ["80", "81:80", "53:53/udp", "1-3:4-6"],
    ["127.0.0.1:1:2", "[::1]:80:80", "1-3:4", "80/x", "99999", "a:b", "", ":", "0:0", "::"],
  ],
  [/^published$/, ["80", "8080"], ["1-3", "x", "", "99999"]],
  [/^expose$/, ["80", "80/udp"], ["x"]],
  [/^tmpfs$/, ["/run", "/tmp:size=64m,mode=1777"], ["x", "", "/run:x", "/a:size="]],
  [
    /volumes|source/,
    ["data:/data", "/a:/b:ro", "/x", "web:/web:nocopy"],
    ["./x:/x", "~/x:/x", "data", "a:b:c:d", "C:\\a:C:\\b", ":", "", "data:/d:x"],
  ],
  [/^target$/, ["/t", "80"], ["", "x", "/a b"]],
  [/cap_add|cap_drop/, ["NET_ADMIN", "all", "CAP_CHOWN"], ["x y", ""]],
  [/subnet|ip_range|gateway|address/, ["10.1.0.0/16", "2001:db8::/64"], ["10.1.0.1", "10.0.0.0/99", "x", "", "::1"]],
  [/constraints/, ["node.role==manager", "node.labels.a != b"], ["node.x", "==", "", "node.role = manager"]],
  [/test/, ["curl -f x", "CMD", "NONE", "CMD-SHELL"], [""]],
  [/command|entrypoint/, ["serve --port 80", "echo 'a b'", "echo $$HOME", "sh -c 'x; y'"], ['echo "a', "a\\", ""]],
  [/extra_hosts|dns/, ["a:1.2.3.4", "a=::1", "a:[::1]"], ["a", "8.8.8.8", ""]],
  [/stop_signal/, ["SIGTERM", "9", "TERM"], ["SIGX", ""]],
  [/label_file|env_file|^file$/, ["one.env", "content.txt"], files],
  [/include|dockerfile|context|path/, ["other.yml", "third.yml"], files],
  [/^name$|hostname/, [...names], ["", "a b", "{{.Task.Slot}}", "-", "x".repeat(70)]],
  [/driver$/, ["overlay", "local", "json-file"], ["bridge", "", "none", "host", "nfs"]],
  [/network_mode|ipc|pid|uts|userns/, ["host", "bridge"], ["none", "service:web", "container:x", ""]],
  [
    /labels|environment|args|options|sysctls|annotations/,
    ["A=1", "A", "a.b.c=d e", "net.core.somaxconn=1"],
    ["=x", "", "A: 1"],
  ],
];

const anyText = [
  "x",
  "",
  "a b",
  "true",
  "no",
  "5",
  "0644",
  "1.5",
  "null",
  "~",
  "é",
  "🐳",
  "\u0000",
  "a\nb",
  "# x",
  "a: b",
  "- a",
  "{{.Task.Slot}}",
  "constructor",
  "__proto__",
  "%",
  "*a",
  "&a",
  "!x",
  "@",
  "`",
  "x".repeat(300),
];

/** Texts that go in anywhere, to make what is right slightly wrong. */
const slips = [" ", ":", "/", "-", "=", "$", "'", '"', "{", "}", "[", "]", ",", "#", "\t", "\u00a0", ".", "0", "\\"];

const odd = [
  "-1",
  "1.5",
  "1e3",
  "0644",
  "0o17",
  "0x1F",
  "65536",
  "9007199254740993",
  ".inf",
  "-0",
  "1_000",
  "400",
  "443",
];

const slipped = (text: string, random: Random): string => {
  const at = random.between(0, text.length);
  if (random.oneIn(2)) return text.slice(0, at) + random.pick(slips) + text.slice(at);
  return random.oneIn(2) ? text.slice(0, at) + text.slice(at + 1) : text.slice(0, at) + text.slice(at - 1);
};

const variables = ["TAG", "EMPTY", "UNSET", "N"];
const operators = [":-", "-", ":?", "?", ":+", "+", "", ":", "!"];

/** A text with a variable in it or in its place, mostly as it should be. */
function withVariable(text: string, random: Random): string {
  const name = random.pick(variables);
  const at = random.between(0, text.length);
  const [before, after] = random.oneIn(2) ? ["", ""] : [text.slice(0, at), text.slice(at)];
  const inner = random.oneIn(5) ? withVariable(text, random) : text;
  const operator = random.slips(3) ? random.pick(operators) : ":-";
  const variable = random.pick([
    `\${${name}${operator}${inner}}`,
    ...(random.slips(2) ? [`$${name}`, `\${${name}}`] : []),
    "$$",
  ]);
  const broken = random.pick(["$", "${", `\${${name}`, "${}", "$1", "$(x)", `\${${name} }`]);
  return before + (random.slips(8) ? broken : variable) + after;
}

/** A text that may stand under a key. */
export function textFor(key: string, random: Random): string {
  const [, right, wrong] = byKey.find(([pattern]) => pattern.test(key)) ?? [key, [...names, "x", "a b"], anyText];
  const text = random.slips(6) ? random.pick(random.oneIn(4) ? anyText : wrong) : random.pick(right);
  const varied = random.oneIn(12) ? withVariable(text, random) : text;
  return random.slips(25) ? slipped(varied, random) : varied;
}

export const fileFor = (random: Random): string => random.pick(files);

/** A key of the user's: of services, networks, labels. */
export const nameFor = (random: Random): string => (random.slips(12) ? textFor("name", random) : random.pick(names));

export const misspelt = (key: string, random: Random): string => slipped(key, random);

export const numberFor = (random: Random): string => random.pick(random.slips(2) ? odd : ["0", "1", "2", "3", "80"]);
