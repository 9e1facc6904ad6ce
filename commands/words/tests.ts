import { said } from "../../languages/said";

const list = (names: readonly string[]) => names.join(", ");

/** What `./lab test` says of what it does; its last line, of counts, is the same for every reader. */
export const tests = {
  part: said(
    "e2e (end-to-end tests at some paths), stages (their lives on this engine), drills (kills at many moments; nodes, tasks and a Docker Hub that are lost, engines that are silent), docs (each command of README and guides), sameness (Compose files on a swarm, beside the Docker client), fuzz (Compose files that a grammar makes), engines (the stages and the provider on other engines), machines (scenarios on machines with systemd), consumers (projects that install the package)",
    "e2e (pruebas de extremo a extremo en algunas rutas), stages (sus vidas en este motor), drills (muertes en muchos momentos; nodos, tareas y un Docker Hub que se pierden, motores que callan), docs (cada comando del README y de las guías), sameness (archivos Compose en un swarm, junto al cliente de Docker), fuzz (archivos Compose que hace una gramática), engines (las etapas y el proveedor en otros motores), machines (escenarios en máquinas con systemd), consumers (proyectos que instalan el paquete)",
  ),
  engine: said("engine", "motor"),
  consumer: said("consumer", "consumidor"),
  scenario: said("scenario", "escenario"),
  names: said("what the part is to run", "lo que debe ejecutar la parte"),
  enginePart: said("of engines, what is run on each", "de engines, lo que se ejecuta en cada uno"),
  resume: said(
    "of engines and machines, leave out what passed at this commit",
    "de engines y machines, omite lo que ya pasó con este commit",
  ),
  record: said(
    "of sameness, write down what the Docker client makes, for the end-to-end tests; of e2e, how long each file takes, by which they are ordered",
    "de sameness, anota lo que hace el cliente de Docker, para las pruebas de extremo a extremo; de e2e, cuánto tarda cada archivo, para ordenarlos",
  ),
  seed: said(
    "of fuzz, the documents that were made of it before",
    "de fuzz, los documentos que se hicieron antes con ella",
  ),
  count: said("of fuzz, how many documents", "de fuzz, cuántos documentos"),
  passedBefore: said(
    (what: string, commit: string) => `${what}: passed at ${commit} before`,
    (what, commit) => `${what}: ya pasó con ${commit}`,
  ),
  machinesKernel: said(
    (source: string) => `building the kernel of the machines from Debian's ${source} (ten minutes of two processors)`,
    (source) => `construyendo el kernel de las máquinas con ${source}, de Debian (diez minutos de dos procesadores)`,
  ),
  machinesDisk: said(
    "making the disk that the machines begin with",
    "haciendo el disco con el que empiezan las máquinas",
  ),
  machinesFiles: said(
    (suite: string) => `making the machines' root file system from Debian's ${suite}`,
    (suite) => `haciendo el sistema de archivos de las máquinas con ${suite}, de Debian`,
  ),
  openTofu: said(
    (version: string) => `compiling OpenTofu ${version} (three minutes of two processors)`,
    (version) => `compilando OpenTofu ${version} (tres minutos de dos procesadores)`,
  ),
  dockerCompose: said(
    (version: string) => `compiling Docker Compose ${version} (two minutes of two processors)`,
    (version) => `compilando Docker Compose ${version} (dos minutos de dos procesadores)`,
  ),
  engineOf: said(
    (name: string, maker: string, version: string) => `${name}: an engine of ${maker}'s ${version}`,
    (name, maker, version) => `${name}: un motor de ${version}, de ${maker}`,
  ),
  installing: said(
    (packages: readonly string[]) => `installing ${list(packages)} for the tests, from the distribution's packages`,
    (packages) => `instalando ${list(packages)} para las pruebas, de los paquetes de la distribución`,
  ),
  documents: said(
    (count: number, seed: number) => `${count} documents of seed ${seed}`,
    (count, seed) => `${count} documentos de la semilla ${seed}`,
  ),
  faulty: said(
    (index: number, fault: string) => `document ${index}: ${fault}`,
    (index, fault) => `documento ${index}: ${fault}`,
  ),
  documentsDone: said(
    (done: number, taken: number) => `${done} documents, ${taken} of them stacks`,
    (done, taken) => `${done} documentos, de ellos ${taken} son stacks`,
  ),
  documentsIn: said(
    (done: number, taken: number, seconds: string) => `${done} documents, ${taken} of them stacks, in ${seconds} s`,
    (done, taken, seconds) => `${done} documentos, de ellos ${taken} son stacks, en ${seconds} s`,
  ),
  ended: said(
    (from: number, to: number) => `a process ended, or hung, among documents ${from} to ${to}`,
    (from, to) => `un proceso terminó, o se colgó, entre los documentos ${from} y ${to}`,
  ),
} as const;

/** The names of the checks of the whole repository, by their scripts in package.json. */
export const guardNames = {
  typecheck: said("types (tsc)", "tipos (tsc)"),
  lint: said("format and lint (Biome)", "formato y estilo (Biome)"),
  knip: said("dead code and dependencies (knip)", "código muerto y dependencias (knip)"),
  arrows: said("arrows between folders (dependency-cruiser)", "flechas entre carpetas (dependency-cruiser)"),
  names: said(
    "names that others chose (guards/foreign-names.ts)",
    "nombres que eligieron otros (guards/foreign-names.ts)",
  ),
  expressions: said(
    "time that regular expressions take (recheck, scslre)",
    "tiempo que tardan las expresiones regulares (recheck, scslre)",
  ),
  api: said("the public interface (api/, by API Extractor)", "la interfaz pública (api/, con API Extractor)"),
} as const;
