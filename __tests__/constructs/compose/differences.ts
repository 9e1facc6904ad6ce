/**
 * Where this compiler is not its references on purpose: `docker stack deploy`, `docker stack config` and compose-go. Each
 * must occur in what is compared: one that no longer does fails a test.
 */
interface Difference {
  readonly why: string;
}

/** By what a text has in which they are seen. */
export interface DifferenceOfText extends Difference {
  readonly has: RegExp;
}

/** What a swarm has of a stack: `PATH: what docker stack deploy makes → what we make`. */
export interface DifferenceOfSpec extends Difference {
  readonly path: RegExp;
}

/** Taken here, where the reference complains. */
export interface Taken extends Difference {
  readonly complaint: RegExp;
  /** Whether compose-go takes it, too. */
  readonly byCompose: boolean;
}

/** Refused here, `CODE: what is wrong`, where the reference takes it. */
export interface Refused extends Difference {
  readonly problem: RegExp;
}

export const specs: readonly DifferenceOfSpec[] = [
  {
    path: /\.(?:UpdateConfig|RollbackConfig)\.Monitor: undefined → 5000000000$/,
    why: "the interface of 3.6.2 has a default, and it is the swarm's own",
  },
  {
    path: /\.TaskTemplate\.RestartPolicy: undefined → {"Condition":"any","MaxAttempts":0}$/,
    why: "it says the swarm's default: a block that is left out would keep what an edit took out of the file",
  },
  {
    path: /^services\.interpolation-braces_\w+\..*\.Env\.\d+: "A=1\.2}" → "A=1\.2"$/,
    why: "the default of a variable pairs its braces, as compose-go has it",
  },
  {
    path: /^services\.interpolation-env-file-variables_\w+\..*\.Env\.\d+: /,
    why: "env files are read as compose-go reads them: with variables and quotes",
  },
  {
    path: /\.Mounts: undefined → \[{"Target":"[^"]*",.*"Type":"tmpfs"}\]$/,
    why: "`tmpfs` becomes mounts, where the client drops it without a word",
  },
  {
    path: /\.TmpfsOptions: undefined → {"Mode":1016}$/,
    why: "the mode of a tmpfs is heard, which the client's schema does not have",
  },
  {
    path: /\.Mounts\.0(?:\.(?:Source|VolumeOptions): undefined → |\.Target: "v:\/v" → "\/v"$)/,
    why: "a volume of one letter is a volume, no drive of Windows",
  },
  {
    path: /\.Env\.\d+: "K=2001-01-01 00:00:00 \+0000 UTC" → "K=2001-01-01"$/,
    why: "a date is the text that the file has, as compose-go has it",
  },
  {
    path: /^(?:services|networks)\.yaml-two-documents_b: undefined → /,
    why: "all documents of a file count, as compose-go has it; the client reads the first",
  },
];

export const taken: readonly Taken[] = [
  {
    complaint: /must be (?:a|an) (?:boolean|integer|number)(?: or mapping)?$/,
    byCompose: true,
    why: "flags and numbers may be texts, as values of variables are",
  },
  {
    complaint: /must be a string, number or null$/,
    byCompose: true,
    why: "values of labels, environment and the like may be flags, and of extra_hosts lists",
  },
  {
    complaint: /(?:cpus|command|entrypoint|env_file|env_file\.\d+|devices\.\d+|build\.args\.\w+) must be a string$/,
    byCompose: true,
    why: "forms that the specification has and the client's older schema lacks",
  },
  { complaint: /depends_on must be a list$/, byCompose: true, why: "dependencies may have conditions" },
  { complaint: /array items\[.*\] must be unique$/, byCompose: true, why: "what is said twice is said" },
  { complaint: /expected type 'string', got unconvertible type 'int'/, byCompose: true, why: "a size may be a number" },
  {
    complaint: /^invalid interpolation format|invalid image reference for service nested/,
    byCompose: true,
    why: "variables are interpolated as compose-go does: `:+`, and variables in defaults",
  },
  {
    complaint: /network\.external\.name and network\.name conflict/,
    byCompose: true,
    why: "an external object that is called the same twice is called that",
  },
  {
    complaint: /plugin "\w+" not found$/,
    byCompose: true,
    why: "which drivers a swarm has is not known at synth",
  },
  {
    complaint: /^failed to create secret .* plugin "\w+" not found$/,
    byCompose: false,
    why: "a secret's driver is of the swarm, and compose-go knows none",
  },
  { complaint: /secret not found: nobody-made-it$/, byCompose: true, why: "what is external is looked for at deploy" },
  {
    complaint: /invalid MountType: "cluster"$/,
    byCompose: true,
    why: "the recording's engine, 20.10, is older than cluster volumes",
  },
  { complaint: /limits\.memory must be a string$/, byCompose: false, why: "a number of bytes is a size" },
  { complaint: /stop_signal must be a string$/, byCompose: false, why: "a signal may be named by its number" },
  { complaint: /^version must be a string$/, byCompose: false, why: "the version says nothing any more" },
  { complaint: /networks must be a list$/, byCompose: false, why: "what is null is absent" },
  { complaint: /^json: unsupported type: map\[/, byCompose: false, why: "keys are texts: `1:` names a service" },
  {
    complaint: /^json: unsupported value: \+Inf$/,
    byCompose: false,
    why: "an infinite number is the text that Go writes",
  },
  { complaint: /incompatible YAML document$/, byCompose: false, why: "YAML is read as YAML 1.2, whatever %YAML says" },
  {
    complaint: /Additional property (?:host_ip|cpus|pids_limit|pull_policy) is not allowed$|forbidden properties$/,
    byCompose: false,
    why: "a key without a value asks for nothing: empty mem_limit, cpus, pids_limit, pull_policy, host_ip",
  },
  {
    complaint: /build (?:Additional property \w+ is not allowed)$|build\.\w+(?:\.\w+)? (?:must be|Additional)/,
    byCompose: false,
    why: "compose-go ends in a panic over forms of `build` that its schema has",
  },
  {
    complaint: /^\(root\) Additional property jobs is not allowed$/,
    byCompose: false,
    why: "jobs are left out: the forms of what they say are looked at, as of services, and not what they refer to",
  },
];

export const refused: readonly Refused[] = [
  { problem: /^refused-key: /, why: "a swarm cannot do it, and leaving it out would change what runs" },
  { problem: /^no-services: /, why: "a stack without services is a mistake" },
  {
    problem: /^bad-pair: `environment` has `=1`/,
    why: "a variable without a name is an error, since no engine takes it",
  },
  { problem: /^wrong-type: `retries` is given the number `1\.5`/, why: "a half is no count; the client cuts it off" },
  { problem: /^bad-health-test: /, why: "compose-go's rule; the swarm takes any first word" },
  { problem: /^dependency-cycle: |^undefined-service: /, why: "`depends_on` is honoured, so it must make sense" },
  {
    problem: /^include-conflict: /,
    why: "Compose's documentation has it so (conflicts are not merged); compose-go puts one over the other",
  },
  { problem: /^home-path: /, why: "the client takes the home folder of whoever deploys for one of the nodes'" },
  { problem: /^bad-mount: unknown option/, why: "the client drops an option of a mount that it does not know" },
  {
    problem: /^missing-key: `(?:volumes|ports)` lacks `target`/,
    why: "compose-go's rule: without a target there is none",
  },
  { problem: /^missing-key: `(?:exec|post_start|pre_stop)` lacks `command`/, why: "a hook of nothing does nothing" },
  { problem: /^not-allowed: `mode` is given `node`/, why: "managers read any mode of a port but `host` as ingress" },
  { problem: /^bad-name: `NOFILE`/, why: "the specification's names of limits are in lower case" },
  { problem: /^bad-name: `a b`/, why: "compose-go's rule for names of networks, volumes, secrets and configs" },
  {
    problem: /^unknown-key: unknown key `file` in `external`/,
    why: "the client takes any key inside `external` of these",
  },
];

/** Where js-yaml is not go-yaml, moved lines or not. */
export const yaml: readonly DifferenceOfText[] = [
  { why: "a colon right before a bracket or comma ends a key, as in YAML 1.2", has: /:[,[\]{}]/ },
  { why: "a colon may stand in a later line than its key, as in YAML 1.2", has: /\n[ \t]*:\s/ },
  { why: "a line of white space with a tab ends a plain scalar, as in YAML 1.2", has: /\n *\t[ \t]*(?:#|\r?\n)/ },
  { why: "blank lines behind an escaped line break are dropped", has: /\\\r?\n[ \t]*\r?\n/ },
  { why: "a comment right behind a quote or bracket is refused, as in YAML 1.2", has: /["'\]}]#/ },
];

/** Where env files are not read as compose-go reads them. */
export const envFiles: readonly DifferenceOfText[] = [
  { why: "a variable without a name is an error, since no engine takes it", has: /(?:^|['"\n])[ \t]*[=:]/ },
  { why: "a name at the end of a file is a name; Compose takes it for the value of no name", has: /\n[^=:\n]+$/ },
  { why: "a variable's default may span lines", has: /\$\{[^}]*\n/ },
];
