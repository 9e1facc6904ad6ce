import { detail } from "../../problem";
import { told } from "../words/told";
import { anotherPort, type Parts, type problems } from "./english";

type English = typeof problems;

const list = (names: readonly string[]) => names.join(", ");

/** The problems of english.ts: one that lacks is a type error. */
export const spanish: { readonly [Code in keyof English]: (...facts: Parameters<English[Code]>) => Parts } = {
  "unknown-stage": ({ name, meant, known }) => ({
    what: `etapa desconocida \`${name}\``,
    remedy: `${meant ? `¿querías decir \`${meant}\`? Hay` : "hay"} ${list(known)}`,
  }),
  "ports-taken": ({ taken, machine }) => ({
    what: taken.map(({ port, by }) => `el puerto ${port} de ${machine} lo tiene ${by}`).join(", y "),
    remedy: `no se hizo nada. ${taken.length > 1 ? "Libéralos" : "Libéralo"}, o pon \`"ports": { ${taken.map(({ lab, port }) => `"${lab}": ${anotherPort(port)}`).join(", ")} }\` en lab.json para usar ${taken.length > 1 ? "otros" : "otro"}, y despliega otra vez`,
  }),
  "no-address": ({ stage, having }) => ({
    what: `${stage} no tiene nada que ver en un navegador`,
    remedy: `${having.map((each) => `\`./lab open ${each}\``).join(", ")} abre lo que sí lo tiene`,
  }),
  "not-deployed": ({ stage }) => ({
    what: `${stage} no está desplegada`,
    remedy: `lo hace \`./lab deploy ${stage}\``,
  }),
  "unknown-part": ({ name, known }) => ({
    what: `las comprobaciones no tienen ninguna parte \`${name}\``,
    remedy: `hay ${list(known)}; sin ninguna, se ejecutan todas`,
  }),
  "unknown-name": ({ kind, name, known }) => ({
    what: `\`${name}\` no existe (${kind})`,
    remedy: `hay ${list(known)}`,
  }),
  "terraform-missing": () => ({
    what: "ni `terraform` ni `tofu` están en el PATH",
    remedy:
      "instala Terraform (https://developer.hashicorp.com/terraform/install) u OpenTofu (https://opentofu.org/docs/intro/install)",
  }),
  "provider-hidden": ({ file }) => ({
    what: `${file} tiene un bloque \`provider_installation\`, que le oculta a Terraform el proveedor que está junto al stack`,
    remedy: `pon TF_CLI_CONFIG_FILE=/dev/null para ./lab, o añade \`filesystem_mirror { path = "terraform.d/plugins" include = ["docker-stages.invalid/*/*"] }\` a ese bloque y excluye lo mismo de sus otros métodos`,
  }),
  "context-unknown": ({ context }) => ({
    what: `el contexto de Docker \`${context}\` no existe`,
    remedy: "elige otro (`docker context use`), o nombra un motor en DOCKER_HOST",
  }),
  "engine-missing": ({ url }) => ({
    what: `ningún motor de Docker responde en ${url}`,
    remedy: "instala uno y arráncalo (https://docs.docker.com/engine/install), o nombra uno en DOCKER_HOST",
  }),
  "engine-absent": ({ url }) => ({
    what: `ninguno responde en ${url}`,
    remedy: "`./lab deploy` instala uno",
  }),
  "engine-first": () => ({ what: "sin mirar, porque el motor no responde" }),
  "engine-to-install": ({ packages }) => ({
    what: "no hay ningún motor de Docker instalado",
    remedy: `ejecuta \`apt-get install --no-install-recommends ${packages.join(" ")}\` y arranca dockerd, o quita --no-install`,
  }),
  "engine-to-start": ({ url }) => ({
    what: `el motor de Docker está instalado, pero ninguno responde en ${url}`,
    remedy: "arranca dockerd, o quita --no-install",
  }),
  "engine-did-not-start": ({ how, log }) => ({
    what: `${how} no arrancó el motor de Docker`,
    said: log.trimEnd(),
  }),
  "engine-refuses": ({ url, error }) => ({
    what: `el motor de Docker en ${url} no se puede usar`,
    said: told(`${error.what}\n${detail(error)}`),
  }),
  "nodes-remapped": ({ stages }) => ({
    what: `el motor da a sus contenedores usuarios propios (\`userns-remap\`), que no son dueños de ningún cgroup, así que los nodos de ${list(stages)} no podrían arrancar ninguna tarea`,
    remedy:
      "no se hizo nada. stage1 y stage2 funcionan en él; para las otras quita `userns-remap` de /etc/docker/daemon.json y reinicia el motor, o nombra otro en DOCKER_HOST",
  }),
  "nodes-rootless": ({ stages }) => ({
    what: `el motor funciona sin root (rootless): un motor en un contenedor suyo no puede arrancar ningún contenedor, así que los nodos de ${list(stages)} no podrían arrancar ninguna tarea`,
    remedy:
      "no se hizo nada. stage1 y stage2 funcionan en él; para las otras nombra en DOCKER_HOST un motor que funcione como root",
  }),
  "hub-unreachable": ({ url, reason }) => ({
    what: `no hay acceso a Docker Hub, y ./lab solo puede construir sus sustitutos para el motor de un Debian o Ubuntu, como root (${reason})`,
    remedy: `conecta la máquina, o dale al motor en ${url} un \`registry-mirrors\` que tenga las imágenes`,
  }),
  "hub-untrusted": () => ({
    what: "Docker Hub le responde al motor con un certificado en el que no confía, como hace un proxy que firma por todos los sitios",
    remedy:
      "pon el certificado de la autoridad del proxy entre los del sistema de la máquina del motor (en Debian, /usr/local/share/ca-certificates/NAME.crt y `update-ca-certificates`) y reinicia el motor",
  }),
  "no-images": () => ({
    what: "no hay acceso a Docker Hub y el motor no tiene ningún espejo",
    remedy: "`./lab deploy` construye sustitutos en un Debian o Ubuntu, como root",
  }),
  "persist-needs-root": ({ file }) => ({
    what: `solo root puede escribir ${file}, que hace cargar ip_vs en cada arranque`,
    remedy: "ejecuta ./lab como root, o quita --persist",
  }),
  "persist-elsewhere": ({ machine }) => ({
    what: `el motor se ejecuta en otra máquina, ${machine}, de cuyo arranque ./lab no cambia nada`,
    remedy: "ejecútalo allí, o quita --persist",
  }),
  "node-not-back": ({ node, seconds }) => ({
    what: `el motor de ${node} no responde ${seconds} s después de reiniciarlo`,
    remedy: `\`docker logs ${node}\` dice por qué`,
  }),
  "not-json": ({ file, reason }) => ({
    what: `${file} no se puede leer como JSON (${reason})`,
    remedy: "corrígelo, o tómalo otra vez del repositorio (`git checkout`)",
  }),
  "pty-missing": ({ node, reason }) => ({
    what: `la biblioteca pty de cdktf, que necesita \`npx cdktf\` y ./lab no, no se carga con Node ${node} en ${process.platform}-${process.arch} (${reason})`,
    remedy:
      "viene compilada para Linux con glibc, macOS y Windows en x64 y arm64; ejecuta `npm ci` en esta máquina, con los paquetes opcionales",
  }),
  "page-port": ({ port, code }) => ({
    what: `el puerto ${port} de 127.0.0.1 ${code === "EACCES" ? "es solo para root" : "está ocupado"}`,
    remedy: "`./lab page` sin --port toma uno que esté libre",
  }),
  "page-snapshot": ({ file, reason }) => ({
    what: `no se puede escribir ${file} (${reason})`,
    remedy: "nombra un archivo en una carpeta que exista y sea tuya: `./lab page --snapshot report.html`",
  }),
  "test-packages-missing": ({ packages }) => ({
    what: `las comprobaciones ejecutan programas de los paquetes ${list(packages)}`,
    remedy: "instálalos, o quita --no-install",
  }),
  "mirror-elsewhere": ({ url, reason }) => ({
    what: `./lab hace y deshace su espejo para el motor de un Debian o Ubuntu, como root y en su máquina (${reason})`,
    remedy: `ejecútalo allí; \`./lab mirror\` muestra lo que tiene el motor en ${url}`,
  }),
  "mirror-to-build": ({ images }) => ({
    what: `no hay acceso a Docker Hub y el espejo del motor no tiene ${list(images)}`,
    remedy: "quita --no-install para que se construyan sustitutos y el motor los use",
  }),
  "state-lost": ({ stage }) => ({
    what: `una ejecución interrumpida cortó el estado de ${stage}, y también su copia, así que nada dice qué hay desplegado`,
    remedy: `\`./lab destroy ${stage}\` quita lo que dicen de ella el diario y la etiqueta de la etapa, también los volúmenes con lo que tienen; \`./lab deploy ${stage}\` la crea después de nuevo`,
  }),
  "state-not-cleared": ({ stage }) => ({
    what: `no se pudo quitar todo lo que hizo ${stage} (mira arriba), así que se dejó su estado cortado`,
    remedy: `ocúpate de eso, y ejecuta otra vez \`./lab destroy ${stage}\``,
  }),
  "machine-in-use": ({ folder, pid }) => ({
    what: `la máquina de ${folder} la usa otra ejecución, el proceso ${pid}`,
    remedy: "espera a que acabe, o acábala (Ctrl-C allí)",
  }),
  "tests-interrupted": ({ command }) => ({
    what: "interrumpido",
    remedy: `\`./lab test ${command} --resume\` omite lo que ya pasó con este commit`,
  }),
  interrupted: ({ helps }) => ({ what: "interrumpido", remedy: helps }),
  "synth-failed": ({ words, app }) => ({
    what: `${words}\nno se pudieron sintetizar las etapas, y no se cambió nada`,
    remedy: `ocúpate de lo de arriba, e inténtalo de nuevo (\`${app}\` solo dice lo mismo)`,
  }),
  "init-failed": ({ stage, words }) => ({
    what: `${words}\nno se pudo preparar Terraform para ${stage}, y no se cambió nada`,
    remedy: "ocúpate de lo de arriba, e inténtalo de nuevo",
  }),
  "stage-locked": ({ stage, who, since }) => ({
    what: `otra ejecución está trabajando en ${stage} (${who}, desde ${since})`,
    remedy: "espera a que acabe, o acábala (Ctrl-C allí)",
  }),
  "lab-locked": ({ command, pid, since }) => ({
    what: `otra ejecución está trabajando aquí (\`${command}\`, proceso ${pid}, desde ${since})`,
    remedy: "espera a que acabe, o acábala (Ctrl-C allí)",
  }),
  "stages-failed": ({ failures, helps }) => ({ what: failures.join("\n"), remedy: helps, isApart: true }),
};
