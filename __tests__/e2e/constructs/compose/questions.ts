import fc from "fast-check";

/** What engines are asked of a part of a Compose file: by its kind, and what is given for it. */
export interface Question {
  readonly kind: "constraint" | "subnet" | "signal" | "sysctl" | "sysctl-of-node" | "nul" | "volume" | "template";
  readonly given: string;
}

const constraints: readonly string[] = [
  ...["node.id==x", "node.hostname != x", "node.ip != 10.9.9.9", "node.ip==10.0.0.0/8", "node.ip==x", "node.ip != x"],
  ...["node.role == manager", "NODE.ROLE==MANAGER", "node.role==worker", "node.role == leader", "node.role != leader"],
  ...["node.platform.os == linux", "node.platform.os==Linux", "node.platform.arch != mips", "engine.labels.a!=b"],
  ...["node.labels.a != b", "node.labels.a == b", "node.labels.!=b", "node.labels.a.b-c_d!=1", "Node.Labels.a!=b"],
  ...["node.labels != b", "node.os != linux", "node.name != x", "node.hostnme != x", "label.x != y", "role != x"],
  ...["engine.labels != b", "engine.id != x", "node.platform.version != x", "nodes.role != x", "node!=x"],
  ...["", " ", "x", "node.role", "node.role = manager", "node.role=manager", "node.role===manager", "node.role=~x"],
  ...["node.role==", "node.role!=", "==manager", "!=manager", "node.role!==manager", "node.role > x", "x==y", "n==y"],
  ...["node.labels.a!=b==c", "node.labels.a==b!=c", "node.labels.a!=b!c", "node.labels.a!=b c", "node.labels.a!=é"],
  ...["node.labels.é!=b", "node.labels.a b!=c", "node.labels.a/b!=c", "node.labels.a!=b/c", "node.labels.a!=b,c"],
  ...["node.labels.a!='b'", 'node.labels.a!="b"', "node.labels.a!=b@c", "node.labels.a!=~b", "node.labels.a!=b&c"],
  ...["node.labels.a!=/b.*(c)?+[d]\\e^$|/", "node.labels.a!=b:c", "node.labels.a!=<b>", "node.labels.a!={b}"],
  ...["\tnode.role\t==\tmanager\n", "\u00A0node.labels.a\u00A0!=\u00A0b\u00A0", "node.labels.a!=b\u00A0c", "_x!=y"],
  ...["node.labels.a!=b\nc", "node.labels.a!=b\vc", "node.labels.\u212A!=b", "node.labels.a!=\u017F", "1a!=b", "-a!=b"],
  ...["node.labels.a!=b;c", "node.labels.a!=%", "node.labels.a!=#", "node.labels.a!=b=c", "node.labels.a!=b!"],
];

const madeUp = fc
  .tuple(
    fc.constantFrom("", " ", "node.", "node.labels.", "engine.labels."),
    fc.stringMatching(/^[a-zA-Z0-9_.\-/ é]{0,4}$/),
    fc.constantFrom("==", "!=", " == ", "!= ", "=", "!", "=~", "===", "!=="),
    fc.stringMatching(/^[a-zA-Z0-9:\-_ .*()?+[\]\\^$|/,'"@é!=<>]{0,4}$/),
  )
  .map((parts) => parts.join(""));

/** `SUBNET [RANGE [GATEWAY]]` of a network, `-` for none. */
const subnets: readonly string[] = [
  ...["10.77.0.0/16", "10.77.1.1/16", "10.77.0.0/32", "10.77.0.0/31", "10.77.0.0/0", "0.0.0.0/0", "fd77::/64"],
  ...["10.77.0.0", "10.77.0.0/33", "10.77.0.0/-1", "10.77.0.0/", "10.77.0/24", "10.77.0.0.0/16", "010.77.0.0/16"],
  ...["10.77.0.0/016", "10.77.0.256/24", "x", "-", "10.77.0.0/255.255.0.0", "10.77.0.0_/16", "fd77::/129", "fd77::"],
  ...["::ffff:10.77.0.0/112", "fd77:::/64", "fd77::1%eth0/64", "10.77.0.0/16/8", "10.77.0.0/+8", "10.77.0.0/1e1"],
  ...["10.77.0.0/16 10.77.1.0/24", "10.77.0.0/16 10.78.0.0/24", "10.77.0.0/16 10.77.1.0", "10.77.0.0/16 x"],
  ...["10.77.0.0/16 10.77.1.9/24", "10.77.0.0/16 10.77.0.0/8", "10.77.0.0/16 fd77::/64"],
  ...["10.77.0.0/16 - 10.77.0.1", "10.77.0.0/16 - 10.78.0.1", "10.77.0.0/16 - x", "10.77.0.0/16 - 10.77.0.1/16"],
  ...["fd77::/64 - fd77::1", "fd77::/64 - 10.77.0.1", "10.77.0.0/16 - 10.77.0.001", "fd77::/64 - fd78::1"],
  ...["10.77.0.0/16 - ::ffff:10.77.0.1", "10.77.0.0/16 10.77.1.0/24 10.77.2.1", "- - 10.77.0.1", "- 10.77.0.0/16"],
];

const names: readonly string[] = [
  ...["ABRT", "ALRM", "BUS", "CHLD", "CLD", "CONT", "FPE", "HUP", "ILL", "INT", "IO", "IOT", "KILL", "PIPE", "POLL"],
  ...["PROF", "PWR", "QUIT", "SEGV", "STKFLT", "STOP", "SYS", "TERM", "TRAP", "TSTP", "TTIN", "TTOU", "URG", "USR1"],
  ...["USR2", "VTALRM", "WINCH", "XCPU", "XFSZ", "RTMIN", "RTMAX", "EMT", "INFO", "LOST", "UNUSED", "NULL", "RTMIN+0"],
  ...Array.from({ length: 16 }, (_, i) => `RTMIN+${i + 1}`),
  ...Array.from({ length: 16 }, (_, i) => `RTMAX-${i + 1}`),
];
const signals: readonly string[] = [
  ...names,
  ...names.map((name) => `SIG${name}`),
  ...["sigterm", "SigTerm", "term", "SIGSIGTERM", "sigSIGTERM", " SIGTERM", "SIGTERM ", "SIG", "SIG15", "TERMINATE"],
  ...["15", "9", "0", "-0", "00", "-1", "+9", "015", "64", "65", "999", "0x9", "9.0", "1e1", "9 ", "1_5", "sıgterm"],
  ...["9223372036854775807", "9223372036854775808", "SIGKİLL", "\u017Figterm", "SIGRTMIN+01", "kill"],
];

const sysctls: readonly string[] = [
  ...["kernel.msgmax=8192", "kernel.msgmnb=16384", "kernel.msgmni=32000", "kernel.sem=32000 1024000000 500 32000"],
  ...["kernel.shmall=100000", "kernel.shmmax=100000", "kernel.shmmni=4096", "kernel.shm_rmid_forced=0"],
  ...["fs.mqueue.msg_max=10", "fs.mqueue.queues_max=256", "fs.mqueue=1", "fs.file-max=100000", "fs.aio-max-nr=65536"],
  ...["net.core.somaxconn=1024", "net.ipv4.ip_forward=1", "net/core/somaxconn=1024", "net=1", "network.x=1"],
  ...["vm.max_map_count=262144", "vm.overcommit_memory=1", "vm.swappiness=60", "kernel.pid_max=32768", "kernel.x=1"],
  ...["kernel.domainname=x", "kernel.hostname=x", "user.max_user_namespaces=10", "x=1", "kernel/shmmax=100000"],
  ...["dev.raid.speed_limit_max=1000", "abi.vsyscall32=1", "kernel.core_pattern=core", "KERNEL.shmmax=1", "Net.core=1"],
];

/** Parts of a container that may hold a NUL. */
const nul = ["env", "env-name", "command", "entrypoint", "dir", "user", "hostname", "label", "health", "target"];

const volumes = [
  "v",
  "vv",
  "v_1.x-y",
  ".v",
  "_v",
  "-v",
  "a b",
  "a/b",
  "é",
  "V1",
  "v:1",
  "v ",
  "1",
  "11",
  "v".repeat(300),
];

/** Of an environment variable's value. */
const templates: readonly string[] = [
  ...["{{.Task.Slot}}", "{{ .Task.Slot }}", "{{- .Task.ID -}}", "{{.Task.Name}}", "{{.Node.ID}}", "{{.Node.Hostname}}"],
  ...["{{.Node.Platform.OS}}", "{{.Node.Platform.Architecture}}", "{{.Service.ID}}", "{{.Service.Name}}"],
  ...['{{index .Service.Labels "a"}}', "{{.Service.Labels.a}}", "{{.Service.Labels}}", "{{.Task}}", "{{.}}"],
  ...["{{.Task.Slots}}", "{{.task.slot}}", "{{.Task.Slot.X}}", "{{.Nope}}", "{{.Node.Labels.a}}", "{{.Node.Role}}"],
  ...[
    "{{",
    "}}",
    "{{}}",
    "{{ }}",
    "{{.Task.Slot",
    "{{.Task.Slot}",
    "{{Task.Slot}}",
    "{{env.X}}",
    "{{/* x */}}",
    "{{1}}",
  ],
  ...['{{"x"}}', "{{.Task.Slot}}{{.Nope}}", "{{.Node.Platform.Os}}", "{{.Service.Label}}", "{{.Node.Hostname | x}}"],
  ...[
    "{{.Task .Slot}}",
    "{{.Task..Slot}}",
    "{{.Task.Slot.}}",
    "{{if .Task.Slot}}x{{end}}",
    "{{if .Task.Slot}}x",
    "{ {",
  ],
  ...["{{.Task.Slot}}}", "{{{.Task.Slot}}", "{{-.Task.Slot}}", "{{\n.Task.Slot\n}}", "{{.Service.Labels.a.b}}"],
];

const of = (kind: Question["kind"], givens: readonly string[]): readonly Question[] =>
  [...new Set(givens)].map((given) => ({ kind, given }));

/** The same at each call. */
export const questions: readonly Question[] = [
  ...of("constraint", [...constraints, ...fc.sample(madeUp, { seed: 1, numRuns: 300 })]),
  ...of("subnet", subnets),
  ...of("signal", signals),
  ...of("sysctl", sysctls),
  ...of("sysctl-of-node", ["net.core.somaxconn=1024", "kernel.shmmax=100000"]),
  ...of("nul", nul),
  ...of("volume", volumes),
  ...of("template", templates),
];
