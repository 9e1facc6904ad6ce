import { didYouMean, type Meant, quote, type Text } from "./text";

/** What can be wrong with a value in its own place. */
export const normalizeErrors = {
  "unknown-key": ({ key, within, meant }: { key: string; within: string; meant?: Meant }): Text => ({
    what: `unknown key ${quote(key)}${within ? ` in \`${within}\`` : ""}`,
    remedy: didYouMean(meant?.()) ?? "remove it; keys of your own begin with `x-`",
  }),
  "missing-key": ({ key, within }: { key: string; within: string }): Text => ({
    what: `\`${within}\` lacks \`${key}\``,
    remedy: `add \`${key}\``,
  }),
  "wrong-type": (p: { key: string; found: string; forms: string; quotable?: boolean; listable?: boolean }): Text => ({
    what: `\`${p.key}\` is given ${p.found}`,
    allowed: p.forms,
    remedy: p.quotable
      ? "put it in quotes"
      : p.listable
        ? "put it in brackets, as a list of one"
        : "write it in one of these forms",
  }),
  "bad-name": ({ name, forms }: { name: string; forms: string }): Text => ({
    what: `${quote(name)} cannot be a name here`,
    allowed: forms,
    remedy: "rename it",
  }),
  "not-allowed": (p: { key: string; value: unknown; allowed: readonly string[]; meant?: Meant }): Text => ({
    what: `\`${p.key}\` is given ${quote(p.value)}`,
    allowed: p.allowed.join(", "),
    remedy: didYouMean(p.meant?.()) ?? "use one of these",
  }),
  "out-of-range": (p: { key: string; value: number | string; min: number; max: number }): Text => ({
    what: `\`${p.key}\` is given ${p.value}`,
    allowed: p.max === Number.MAX_SAFE_INTEGER ? `${p.min} or more` : `${p.min} to ${p.max}`,
    remedy: "use a number in that range",
  }),
  "bad-duration": ({ key, value }: { key: string; value: string }): Text => ({
    what: `\`${key}\` is given ${quote(value)}`,
    allowed: "numbers with units: us, ms, s, m, h, as in `1m30s`",
    remedy: /^\d+$/.test(value) ? `write the unit, as in \`${value}s\`` : "write a duration",
  }),
  "bad-size": ({ key, value }: { key: string; value: string }): Text => ({
    what: `\`${key}\` is given ${quote(value)}`,
    allowed: "a number of bytes, or one with a unit: b, k, m, g, kb, mb, gb, as in `512m`",
    remedy: "write a size",
  }),
  "bad-words": ({ key, value, why }: { key: string; value: string; why: string }): Text => ({
    what: `\`${key}\` has ${why}: ${quote(value)}`,
    allowed: "words as a shell reads them, or a list of words",
    remedy: "close it, or write the command as a list",
  }),
  "bad-port": ({ value, why }: { value: string; why: string }): Text => ({
    what: `${why} in port ${quote(value)}`,
    allowed: "[[ADDRESS:]PUBLISHED:]TARGET[/PROTOCOL], each port from 1 to 65535 or a range such as 8000-8010",
    remedy: "correct the port, or write it out with `target` and `published`",
  }),
  "bad-mount": ({ value, why }: { value: string; why: string }): Text => ({
    what: `${why} in volume ${quote(value)}`,
    allowed: "[SOURCE:]TARGET[:OPTION,…]",
    remedy: "correct it, or write it out with `type`, `source` and `target`",
  }),
  "bad-tmpfs": ({ value, why }: { value: string; why: string }): Text => ({
    what: `${why} in tmpfs ${quote(value)}`,
    allowed: "PATH[:OPTION,…] with options ro, rw, size=BYTES and mode=OCTAL, as in `/run:size=64m,mode=1770`",
    remedy: "correct it",
  }),
  "home-path": ({ value }: { value: string }): Text => ({
    what: `${quote(value)} depends on whose home folder it is`,
    remedy: "write the whole path, or put it in a variable",
  }),
  "bad-pair": ({ key, value }: { key: string; value: string }): Text => ({
    what: `\`${key}\` has ${quote(value)}, which has no name before the \`=\``,
    allowed: "NAME=value",
    remedy: "put the name before the `=`",
  }),
  "pair-with-colon": ({ key, name, value }: { key: string; name: string; value: string }): Text => ({
    what: `\`${key}\` has a mapping in its list: ${quote(`${name}: ${value}`)}`,
    allowed: "a mapping, or a list of NAME=value",
    remedy: `write ${quote(`- ${name}=${value}`)}`,
  }),
  "bad-host": ({ value }: { value: string }): Text => ({
    what: `\`extra_hosts\` has ${quote(value)}`,
    allowed: "HOST=ADDRESS or HOST:ADDRESS, an IPv4 or IPv6 address",
    remedy: "write the name, then its address",
  }),
  "ulimit-over-hard": ({ key, soft, hard }: { key: string; soft: number; hard: number }): Text => ({
    what: `ulimit \`${key}\` is given a soft limit of ${soft} over its hard one of ${hard}`,
    allowed: "a soft limit up to the hard one; -1 is no limit",
    remedy: "raise `hard`, or lower `soft`",
  }),
  "bad-file-mode": ({ value }: { value: string }): Text => ({
    what: `\`mode\` is given ${quote(value)}`,
    allowed: "an octal number from 0 to 0777, as in `0440`",
    remedy: "write the permissions in octal",
  }),
  "bad-health-test": ({ value }: { value: unknown }): Text => ({
    what: `\`test\` is given ${quote(value)}`,
    allowed: "a command for the shell, or a list that begins with NONE, CMD or CMD-SHELL",
    remedy: 'put `"CMD"` before the words of the command',
  }),
  "config-too-large": ({ key, bytes, limit }: { key: string; bytes: number; limit: number }): Text => ({
    what: `\`${key}\` has ${bytes} bytes`,
    allowed: `1 to ${limit} bytes, the engine's limit`,
    remedy: bytes === 0 ? "give it content" : "put what is larger in an image or a volume",
  }),
} as const;

export const normalizeWarnings = {
  "number-rewritten": ({ value, read }: { value: string; read: string }): Text => ({
    what: `${quote(value)} is a number to YAML, and reads as ${quote(read)}`,
    remedy: "put it in quotes where the text is meant",
  }),
  "host-address-ignored": ({ value }: { value: string }): Text => ({
    what: `address ${quote(value)} is ignored: a swarm publishes on all addresses of a node`,
    remedy: "remove it, and let a firewall decide who reaches the port",
  }),
  "decimal-file-mode": ({ value, octal }: { value: string; octal: string }): Text => ({
    what: `\`mode\` ${value} is a decimal number, permissions ${octal}`,
    remedy: `write \`0${value}\` where octal is meant`,
  }),
  "tmpfs-option-ignored": ({ value, option }: { value: string; option: string }): Text => ({
    what: `option \`${option}\` of tmpfs ${quote(value)} is ignored: a mount of a swarm has none such`,
    allowed: "PATH[:OPTION,…] with options ro, rw, size=BYTES and mode=OCTAL, as in `/run:size=64m,mode=1770`",
    remedy: `remove \`${option}\``,
  }),
  "port-protocol-taken-for-tcp": ({ value }: { value: string }): Text => ({
    what: `\`protocol\` ${quote(value)} is none that a swarm publishes, and is taken for tcp`,
    allowed: "tcp, udp, sctp",
    remedy: `write \`protocol: tcp\`, and \`app_protocol: ${value}\` for what is spoken over it`,
  }),
  "relative-bind": ({ value, path }: { value: string; path: string }): Text => ({
    what: `bind ${quote(value)} becomes ${quote(path)}, which each node must have`,
    remedy: "use a volume or a config, or write the path that it has on the nodes",
  }),
} as const;
