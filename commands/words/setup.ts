import { said } from "../../languages/said";

/** What `./lab doctor` looks at, and what it finds. */
export const doctor = {
  node: said("Node", "Node"),
  terminal: said("terminal of cdktf", "terminal de cdktf"),
  ptyLoads: said("its pty library loads", "su biblioteca pty se carga"),
  terraform: said("Terraform", "Terraform"),
  configuration: said("CLI configuration", "configuración"),
  findsProvider: said(
    (file: string) => `${file} lets Terraform find the provider beside the stack`,
    (file) => `${file} deja que Terraform encuentre el proveedor que está junto al stack`,
  ),
  none: said("none", "ninguna"),
  engine: said("Docker engine", "motor de Docker"),
  engineAt: said(
    (version: string, api: string, url: string) => `${version}, API ${api}, at ${url}`,
    (version, api, url) => `${version}, API ${api}, en ${url}`,
  ),
  images: said("images", "imágenes"),
  kernel: said("kernel", "kernel"),
  nodes: said("swarm nodes", "nodos del swarm"),
  nodesMayRun: said("can be containers of this engine", "pueden ser contenedores de este motor"),
  hubAnswers: said("Docker Hub answers", "Docker Hub responde"),
  hubAnswersVia: said(
    (machine: string) => `Docker Hub, or a mirror of it, answers ${machine}`,
    (machine) => `Docker Hub, o un espejo suyo, le responde a ${machine}`,
  ),
  mirrorAnswers: said(
    (url: string) => `the engine's mirror ${url} answers`,
    (url) => `el espejo ${url} del motor responde`,
  ),
  standIns: said(
    (url: string, missing: string) =>
      `stand-ins from the engine's mirror ${url}, which \`./lab mirror off\` undoes${missing}`,
    (url, missing) => `sustitutos del espejo ${url} del motor, que \`./lab mirror off\` deshace${missing}`,
  ),
  stillToBuild: said(
    (images: string) => `; still to be built when needed: ${images}`,
    (images) => `; aún por construir cuando hagan falta: ${images}`,
  ),
  kernelOf: said(
    (kernel: string, machine: string) => `${kernel} of ${machine}`,
    (kernel, machine) => `${kernel} de ${machine}`,
  ),
  publishedBy: said(
    (kernel: string, ipVs: string, by: string) => `${kernel} ${ipVs}; swarm services are published by ${by}`,
    (kernel, ipVs, by) => `${kernel} ${ipVs}; los servicios del swarm los publica ${by}`,
  ),
  hasIpVs: said("has ip_vs", "tiene ip_vs"),
  mayLoadIpVs: said("has ip_vs, not loaded", "tiene ip_vs, sin cargar"),
  noIpVs: said("has no ip_vs", "no tiene ip_vs"),
  unknownIpVs: said(
    "may have ip_vs, which is not known from here before stage 3 stands",
    "puede tener ip_vs, lo que no se sabe desde aquí mientras no esté la etapa 3",
  ),
  mesh: said("Docker's mesh", "la malla de Docker"),
  chosen: said("as chosen by `./lab ingress`", "como se eligió con `./lab ingress`"),
  unlessEdge: said("unless `./lab ingress edge` says otherwise", "si `./lab ingress edge` no dice otra cosa"),
} as const;

/** What `./lab mirror` says. */
export const mirror = {
  pullsFirst: said(
    (url: string) => `the engine pulls from ${url} first; \`./lab mirror off\` undoes it`,
    (url) => `el motor descarga primero de ${url}; \`./lab mirror off\` lo deshace`,
  ),
  notMade: said("./lab has made no mirror for this engine", "./lab no ha hecho ningún espejo para este motor"),
  inCommandLine: said(
    (url: string) =>
      `the engine was started with --registry-mirror=${url}: take that out of its command line, and restart it`,
    (url) => `el motor se arrancó con --registry-mirror=${url}: quítalo de su línea de comandos, y reinícialo`,
  ),
  pullsNoMore: said(
    (url: string) =>
      `the engine pulls from ${url} no more; its builds (BuildKit) may ask there first until it is restarted`,
    (url) =>
      `el motor ya no descarga de ${url}; sus construcciones (BuildKit) pueden preguntar ahí primero hasta que se reinicie`,
  ),
  volumeStays: said(
    (volume: string) =>
      `the volume ${volume} stays, since the swarm of stage 3 is served from it: \`./lab destroy stage3\`, then \`./lab mirror off\` again`,
    (volume) =>
      `el volumen ${volume} se queda, porque sirve al swarm de la etapa 3: \`./lab destroy stage3\`, y después otra vez \`./lab mirror off\``,
  ),
  notKnown: said("not known from here", "no se sabe desde aquí"),
  yes: said("yes", "sí"),
  answersNot: said("no", "no responde"),
  settings: said("the engine's settings", "los ajustes del motor"),
  none: said("the engine has no mirror: it pulls from Docker Hub", "el motor no tiene espejo: descarga de Docker Hub"),
  builtWhenNeeded: said("built when needed", "se construye si hace falta"),
  served: said("served", "servido"),
  elsewhere: said(
    (machine: string) => `the engine runs on another machine, ${machine}`,
    (machine) => `el motor se ejecuta en otra máquina, ${machine}`,
  ),
  unknownSettings: said(
    (url: string) => `it does not know the settings of the engine at ${url}`,
    (url) => `no conoce los ajustes del motor en ${url}`,
  ),
  platform: said(
    (platform: string) => `this is ${platform}`,
    (platform) => `esto es ${platform}`,
  ),
  neither: said("this is neither", "esto no es ninguno de los dos"),
  notRoot: said("you are not root", "no eres root"),
} as const;

/** What `./lab ingress` says. */
export const ingress = {
  undecided: said(
    "ingress is not decided: `./lab deploy` looks at the kernel",
    "no está decidido cómo se publican los puertos: `./lab deploy` mira el kernel",
  ),
  decided: said(
    (ingress: string, why: string) => `ingress: ${ingress} (${why})`,
    (ingress, why) => `publicación: ${ingress} (${why})`,
  ),
  carriedOut: said("; `./lab deploy stage4` carries it out", "; `./lab deploy stage4` lo lleva a cabo"),
  detected: said("detected", "detectado"),
  chosen: said("chosen", "elegido"),
} as const;

/** Reasons that lab.json keeps, in English, by which the ports of a swarm are published as they are. */
export const reasons: Readonly<Record<string, () => string>> = {
  "the kernel has ip_vs": said("the kernel has ip_vs", "el kernel tiene ip_vs"),
  "the kernel's ip_vs is not loaded, which takes root (`modprobe ip_vs`)": said(
    "the kernel's ip_vs is not loaded, which takes root (`modprobe ip_vs`)",
    "ip_vs del kernel no está cargado, para lo que hace falta root (`modprobe ip_vs`)",
  ),
  "the kernel has no ip_vs": said("the kernel has no ip_vs", "el kernel no tiene ip_vs"),
  "so it was found when stage 4 was deployed": said(
    "so it was found when stage 4 was deployed",
    "así se encontró cuando se desplegó la etapa 4",
  ),
};
