import { detail, type Problem } from "../../problem";

/** A port that a stage wants and somebody else has. */
export interface TakenPort {
  readonly port: number;
  /** The lab's own number of it, by which lab.json moves it. */
  readonly lab: number;
  readonly by: string;
}

/** One far from it, to be proposed. */
export const anotherPort = (port: number) => (port > 55_535 ? port - 10_000 : port + 10_000);

/** Everything that ./lab cannot do itself, by code: what is wrong, and the change that helps. In Spanish: spanish.ts. */
export const problems = {
  "unknown-stage": ({ name, meant, known }: { name: string; meant: string | undefined; known: readonly string[] }) => ({
    what: `unknown stage \`${name}\``,
    remedy: `${meant ? `did you mean \`${meant}\`? There` : "there"} are ${known.join(", ")}`,
  }),
  "ports-taken": ({ taken, machine }: { taken: readonly TakenPort[]; machine: string }) => ({
    what: taken.map(({ port, by }) => `port ${port} of ${machine} is taken by ${by}`).join(", and "),
    remedy: `nothing was made. Free ${taken.length > 1 ? "them" : "it"}, or put \`"ports": { ${taken.map(({ lab, port }) => `"${lab}": ${anotherPort(port)}`).join(", ")} }\` into lab.json for ${taken.length > 1 ? "others" : "another"}, and deploy again`,
  }),
  "no-address": ({ stage, having }: { stage: string; having: readonly string[] }) => ({
    what: `${stage} has nothing to be seen in a browser`,
    remedy: `${having.map((each) => `\`./lab open ${each}\``).join(", ")} opens what has`,
  }),
  "not-deployed": ({ stage }: { stage: string }) => ({
    what: `${stage} is not deployed`,
    remedy: `\`./lab deploy ${stage}\` does it`,
  }),
  "unknown-part": ({ name, known }: { name: string; known: readonly string[] }) => ({
    what: `the tests have no part \`${name}\``,
    remedy: `there are ${known.join(", ")}; without one, all are run`,
  }),
  "unknown-name": ({ kind, name, known }: { kind: string; name: string; known: readonly string[] }) => ({
    what: `unknown ${kind} \`${name}\``,
    remedy: `there are ${known.join(", ")}`,
  }),
  "terraform-missing": () => ({
    what: "neither `terraform` nor `tofu` is on the PATH",
    remedy:
      "install Terraform (https://developer.hashicorp.com/terraform/install) or OpenTofu (https://opentofu.org/docs/intro/install)",
  }),
  "provider-hidden": ({ file }: { file: string }) => ({
    what: `${file} has a \`provider_installation\` block, which keeps Terraform from the provider that lies beside the stack`,
    remedy: `set TF_CLI_CONFIG_FILE=/dev/null for ./lab, or add \`filesystem_mirror { path = "terraform.d/plugins" include = ["docker-stages.invalid/*/*"] }\` to that block and exclude the same from its other methods`,
  }),
  "context-unknown": ({ context }: { context: string }) => ({
    what: `Docker context \`${context}\` does not exist`,
    remedy: "choose another (`docker context use`), or name an engine in DOCKER_HOST",
  }),
  "engine-missing": ({ url }: { url: string }) => ({
    what: `no Docker engine answers at ${url}`,
    remedy: "install one and start it (https://docs.docker.com/engine/install), or name one in DOCKER_HOST",
  }),
  "engine-absent": ({ url }: { url: string }) => ({
    what: `none answers at ${url}`,
    remedy: "`./lab deploy` sets one up",
  }),
  "engine-first": () => ({ what: "not looked at, since the engine does not answer" }),
  "engine-to-install": ({ packages }: { packages: readonly string[] }) => ({
    what: "no Docker engine is installed",
    remedy: `run \`apt-get install --no-install-recommends ${packages.join(" ")}\` and start dockerd, or leave --no-install out`,
  }),
  "engine-to-start": ({ url }: { url: string }) => ({
    what: `the Docker engine is installed, but none answers at ${url}`,
    remedy: "start dockerd, or leave --no-install out",
  }),
  "engine-did-not-start": ({ how, log }: { how: string; log: string }) => ({
    what: `${how} did not bring the Docker engine up`,
    said: log.trimEnd(),
  }),
  "engine-refuses": ({ url, error }: { url: string; error: Problem }) => ({
    what: `the Docker engine at ${url} cannot be used`,
    said: `${error.what}\n${detail(error)}`,
  }),
  "nodes-remapped": ({ stages }: { stages: readonly string[] }) => ({
    what: `the engine gives its containers users of their own (\`userns-remap\`), who own no cgroups, so that the nodes of ${stages.join(", ")} could start no task`,
    remedy:
      "nothing was made. stage1 and stage2 work on it; for the others take `userns-remap` out of /etc/docker/daemon.json and restart the engine, or name another one in DOCKER_HOST",
  }),
  "nodes-rootless": ({ stages }: { stages: readonly string[] }) => ({
    what: `the engine runs without root (rootless): an engine in a container of its own cannot start a container, so that the nodes of ${stages.join(", ")} could start no task`,
    remedy:
      "nothing was made. stage1 and stage2 work on it; for the others name an engine that runs as root in DOCKER_HOST",
  }),
  "hub-unreachable": ({ url, reason }: { url: string; reason: string }) => ({
    what: `Docker Hub cannot be reached, and ./lab can build its stand-ins only for the engine of a Debian or Ubuntu, as root (${reason})`,
    remedy: `connect the machine, or give the engine at ${url} a \`registry-mirrors\` that has the images`,
  }),
  "hub-untrusted": () => ({
    what: "Docker Hub answers the engine under a certificate that it does not trust, as a proxy does that signs for every site",
    remedy:
      "put the certificate of the proxy's authority among the system's own of the engine's machine (on Debian /usr/local/share/ca-certificates/NAME.crt and `update-ca-certificates`) and restart the engine",
  }),
  "no-images": () => ({
    what: "Docker Hub cannot be reached and the engine has no mirror",
    remedy: "`./lab deploy` builds stand-ins on a Debian or Ubuntu, as root",
  }),
  "persist-needs-root": ({ file }: { file: string }) => ({
    what: `only root may write ${file}, which has ip_vs loaded at each boot`,
    remedy: "run ./lab as root, or leave --persist out",
  }),
  "persist-elsewhere": ({ machine }: { machine: string }) => ({
    what: `the engine runs on another machine, ${machine}, whose boot ./lab changes nothing of`,
    remedy: "run it there, or leave --persist out",
  }),
  "node-not-back": ({ node, seconds }: { node: string; seconds: number }) => ({
    what: `the engine in ${node} does not answer ${seconds} s after its restart`,
    remedy: `\`docker logs ${node}\` says why`,
  }),
  "not-json": ({ file, reason }: { file: string; reason: string }) => ({
    what: `${file} cannot be read as JSON (${reason})`,
    remedy: "correct it, or take it from the repository again (`git checkout`)",
  }),
  "pty-missing": ({ node, reason }: { node: string; reason: string }) => ({
    what: `cdktf's pty library, which plain \`npx cdktf\` needs and ./lab does not, does not load under Node ${node} on ${process.platform}-${process.arch} (${reason})`,
    remedy:
      "it comes built for Linux with glibc, macOS and Windows on x64 and arm64; run `npm ci` on this machine, optional packages included",
  }),
  "page-port": ({ port, code }: { port: number; code: "EADDRINUSE" | "EACCES" }) => ({
    what: `port ${port} of 127.0.0.1 ${code === "EACCES" ? "is for root alone" : "is taken"}`,
    remedy: "`./lab page` without --port takes one that is free",
  }),
  "page-snapshot": ({ file, reason }: { file: string; reason: string }) => ({
    what: `${file} can't be written (${reason})`,
    remedy: "name a file in a folder that is there and yours: `./lab page --snapshot report.html`",
  }),
  "test-packages-missing": ({ packages }: { packages: readonly string[] }) => ({
    what: `the tests run programs of the packages ${packages.join(", ")}`,
    remedy: "install them, or leave --no-install out",
  }),
  "mirror-elsewhere": ({ url, reason }: { url: string; reason: string }) => ({
    what: `./lab makes and undoes its mirror for the engine of a Debian or Ubuntu, as root on its machine (${reason})`,
    remedy: `run it there; \`./lab mirror\` shows what the engine at ${url} has`,
  }),
  "mirror-to-build": ({ images }: { images: readonly string[] }) => ({
    what: `Docker Hub cannot be reached and the engine's mirror does not have ${images.join(", ")}`,
    remedy: "leave --no-install out to have stand-ins built and the engine pointed at them",
  }),
  "state-lost": ({ stage }: { stage: string }) => ({
    what: `the state of ${stage} was cut short by a killed run, and so was its copy, so nothing tells what is deployed`,
    remedy: `\`./lab destroy ${stage}\` removes what the journal and the stage's label tell of it, volumes with what is in them included; \`./lab deploy ${stage}\` then makes it anew`,
  }),
  "state-not-cleared": ({ stage }: { stage: string }) => ({
    what: `not all that ${stage} made could be removed (see above), so its cut-short state was left`,
    remedy: `see to that, and run \`./lab destroy ${stage}\` again`,
  }),
  "machine-in-use": ({ folder, pid }: { folder: string; pid: number }) => ({
    what: `the machine in ${folder} is in use by another run, process ${pid}`,
    remedy: "wait for its end, or end it (Ctrl-C there)",
  }),
  "tests-interrupted": ({ command }: { command: string }) => ({
    what: "interrupted",
    remedy: `\`./lab test ${command} --resume\` leaves out what has passed at this commit`,
  }),
  interrupted: ({ helps }: { helps: string }) => ({ what: "interrupted", remedy: helps }),
  "synth-failed": ({ words, app }: { words: string; app: string }) => ({
    what: `${words}\nthe stages could not be synthesized, and nothing was changed`,
    remedy: `see to the above, and try again (\`${app}\` alone says the same)`,
  }),
  "init-failed": ({ stage, words }: { stage: string; words: string }) => ({
    what: `${words}\nTerraform could not be made ready for ${stage}, and nothing was changed`,
    remedy: "see to the above, and try again",
  }),
  "stage-locked": ({ stage, who, since }: { stage: string; who: string; since: string }) => ({
    what: `another run is at work on ${stage} (${who}, since ${since})`,
    remedy: "wait for its end, or end it (Ctrl-C there)",
  }),
  "lab-locked": ({ command, pid, since }: { command: string; pid: number; since: string }) => ({
    what: `another run is at work here (\`${command}\`, process ${pid}, since ${since})`,
    remedy: "wait for its end, or end it (Ctrl-C there)",
  }),
  "stages-failed": ({ failures, helps }: { failures: readonly string[]; helps: string }) => ({
    what: failures.join("\n"),
    remedy: helps,
    isApart: true,
  }),
} as const;

/** What is told of a problem. */
export interface Parts extends Omit<Problem, "code"> {
  /** Whether the change that helps has a line of its own: where several lines say what is wrong. */
  readonly isApart?: boolean;
}
