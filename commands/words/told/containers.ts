import type { Phrase } from "./phrase";

/** What keeps a container from being made, started or kept, as the provider says it. */
export const containers: readonly Phrase[] = [
  ['the engine does not have the image "{}"', 'el motor no tiene la imagen "{}"'],
  ["the engine does not have the image", "el motor no tiene la imagen"],
  [
    "An id cannot be pulled: set `image` to a name, or to the `image_id` of a `docker_image` that brings it.",
    "Un id no se puede descargar: pon en `image` un nombre, o el `image_id` de un `docker_image` que la traiga.",
  ],
  ['the engine does not have the network "{}"', 'el motor no tiene la red "{}"'],
  [
    "Add a `docker_network` and use its `name`, or correct the name.",
    "Añade un `docker_network` y usa su `name`, o corrige el nombre.",
  ],
  ["port of the host is in use", "el puerto del host está en uso"],
  ["port {} is in use", "el puerto {} está en uso"],
  [
    "Set `external` to another port, leave it out for one that is free, or stop what uses it.",
    "Pon otro puerto en `external`, quítalo para que sea uno libre, o para lo que lo usa.",
  ],
  ["the network cannot give the address or the alias", "la red no puede dar la dirección o el alias"],
  [
    "A fixed address must be free and in a subnet that the `docker_network` sets by `ipam_config`; neither it nor an alias can be had on the default bridge.",
    "Una dirección fija debe estar libre y en una subred que el `docker_network` ponga con `ipam_config`; en el bridge por defecto no hay ni direcciones fijas ni alias.",
  ],
  ["the engine's host does not have the device {}", "el host del motor no tiene el dispositivo {}"],
  ["the engine's host does not have these CPUs", "el host del motor no tiene esas CPU"],
  ["the engine's host does not have {}", "el host del motor no tiene {}"],
  [
    "A source is a path on the engine's host, which need not be this machine: make it there, or mount a volume and fill it by `upload`.",
    "Un origen es una ruta en el host del motor, que quizá no sea esta máquina: créala allí, o monta un volumen y llénalo con `upload`.",
  ],
  ["two mounts are on {}", "hay dos montajes en {}"],
  [
    "Give each block of `mounts`, `volumes` and `tmpfs` a path of its own.",
    "Dale a cada bloque de `mounts`, `volumes` y `tmpfs` una ruta propia.",
  ],
  ["the engine refuses a mount", "el motor rechaza un montaje"],
  [
    "Correct what the engine's message names, in `mounts` or `volumes`.",
    "Corrige lo que nombra el mensaje del motor, en `mounts` o `volumes`.",
  ],
  ['the engine does not have the container "{}"', 'el motor no tiene el contenedor "{}"'],
  [
    "`volumes.from_container` and modes like `container:NAME` need a container that exists: use the `id` of its `docker_container`.",
    "`volumes.from_container` y los modos como `container:NAME` necesitan un contenedor que exista: usa el `id` de su `docker_container`.",
  ],
  ['the container "{}" does not run', 'el contenedor "{}" no está en marcha'],
  [
    "A mode like `container:NAME` needs a container that runs: use the `id` of its `docker_container`.",
    "Un modo como `container:NAME` necesita un contenedor en marcha: usa el `id` de su `docker_container`.",
  ],
  ["the engine has no driver for GPUs", "el motor no tiene driver para GPU"],
  [
    "Install the NVIDIA Container Toolkit on the engine's host, or remove `gpus`.",
    "Instala el NVIDIA Container Toolkit en el host del motor, o quita `gpus`.",
  ],
  [
    "Correct `host_path`, or load the device's kernel module there.",
    "Corrige `host_path`, o carga allí el módulo del kernel del dispositivo.",
  ],
  ["the engine cannot give the capabilities", "el motor no puede dar las capabilities"],
  [
    "The engine's host must have them itself: leave out those that it lacks, and with `ALL` or `privileged` name only those that are needed.",
    "Las debe tener el propio host del motor: quita las que le faltan, y con `ALL` o `privileged` nombra solo las necesarias.",
  ],
  ["the engine refuses a security option", "el motor rechaza una opción de seguridad"],
  [
    "Correct it, or remove it where the engine's host has no such confinement.",
    "Corrígela, o quítala si el host del motor no tiene ese confinamiento.",
  ],
  ['the image does not have the user or group "{}"', 'la imagen no tiene el usuario o grupo "{}"'],
  ["the image does not have the user or group", "la imagen no tiene el usuario o grupo"],
  ["Name one that its /etc/passwd has, or give numbers.", "Nombra uno que tenga su /etc/passwd, o da números."],
  ['the container cannot run its command "{}"', 'el contenedor no puede ejecutar su comando "{}"'],
  ["the container cannot run its command", "el contenedor no puede ejecutar su comando"],
  [
    "Name a program that the image has, by its path or on its PATH, executable and built for this platform; no shell is involved unless `command` brings one.",
    "Nombra un programa que tenga la imagen, por su ruta o en su PATH, ejecutable y hecho para esta plataforma; no interviene ninguna shell si no la trae `command`.",
  ],
  [
    "the container has no folder {} to run its command in",
    "el contenedor no tiene la carpeta {} en la que ejecutar su comando",
  ],
  [
    "Name a folder that the image has and that its user may enter.",
    "Nombra una carpeta que tenga la imagen y en la que pueda entrar su usuario.",
  ],
  ["CPUs are counted from 0; name those that it has.", "Las CPU se cuentan desde 0; nombra las que tiene."],
  ["the engine's host cannot give that much CPU", "el host del motor no puede dar tanta CPU"],
  ["The engine's message says what it can; ask for no more.", "El mensaje del motor dice cuánta puede; no pidas más."],
  ["the engine refuses the memory limits", "el motor rechaza los límites de memoria"],
  [
    "`memory` is at least 6, `memory_swap` no less than `memory` and only beside it, `memory_reservation` no more than `memory`.",
    "`memory` es al menos 6; `memory_swap`, no menos que `memory` y solo junto a él; `memory_reservation`, no más que `memory`.",
  ],
  ["the engine does not have the runtime", "el motor no tiene el runtime"],
  [
    "`docker info` lists those that it has; leave `runtime` out for its default.",
    "`docker info` muestra los que tiene; quita `runtime` para usar el suyo.",
  ],
  ["the engine does not have the log driver", "el motor no tiene el driver de logs"],
  ["`docker info` lists those that it has.", "`docker info` muestra los que tiene."],
  ["the log driver cannot begin", "el driver de logs no puede empezar"],
  [
    "What it sends to must be reachable from the engine's host: start that, or correct its address.",
    "El host del motor debe llegar a donde envía: arranca eso, o corrige su dirección.",
  ],
  ["the log driver refuses an option", "el driver de logs rechaza una opción"],
  [
    "Each driver has its own: https://docs.docker.com/engine/logging/configure/.",
    "Cada driver tiene las suyas: https://docs.docker.com/engine/logging/configure/.",
  ],
  ["the storage driver refuses an option", "el driver de almacenamiento rechaza una opción"],
  [
    "`size` needs overlay2 on xfs mounted with pquota, or btrfs or zfs; remove it elsewhere.",
    "`size` necesita overlay2 en un xfs montado con pquota, o btrfs o zfs; si no, quítalo.",
  ],
  ["the engine refuses a kernel parameter", "el motor rechaza un parámetro del kernel"],
  [
    "Only parameters of a namespace of the container's own can be set: `net.*` without `host` networking, `kernel.*` of IPC, `fs.mqueue.*`.",
    "Solo se pueden poner parámetros de un namespace propio del contenedor: `net.*` sin la red `host`, los `kernel.*` de IPC, `fs.mqueue.*`.",
  ],
  ["the engine refuses a limit of `ulimit`", "el motor rechaza un límite de `ulimit`"],
  [
    "The soft limit is no higher than the hard one, and the hard one no higher than the engine's own.",
    "El límite blando no es mayor que el duro, y el duro no es mayor que el del propio motor.",
  ],
  [
    "files cannot be put where the container may not write",
    "no se pueden poner archivos donde el contenedor no puede escribir",
  ],
  [
    "Put the file into the image, or mount it (`volumes`, `mounts`), or remove `read_only`.",
    "Pon el archivo en la imagen, o móntalo (`volumes`, `mounts`), o quita `read_only`.",
  ],
  ["a file cannot be put in the place of the folder {}", "no se puede poner un archivo en el lugar de la carpeta {}"],
  [
    "Name the file in `file`, as in `/opt/app.conf`: a folder alone is none.",
    "Nombra el archivo en `file`, como en `/opt/app.conf`: una carpeta sola no lo es.",
  ],
  // How it ended.
  ['container "{}" exited with {}, expected {}', 'el contenedor "{}" terminó con {}, y se esperaba {}'],
  ['container "{}" exited immediately with {}', 'el contenedor "{}" terminó enseguida con {}'],
  ['container "{}" exited immediately and was removed', 'el contenedor "{}" terminó enseguida y alguien lo quitó'],
  ['container "{}" exited with {}', 'el contenedor "{}" terminó con {}'],
  ['{} in container "{}" exited with {}, expected {}', '{} en el contenedor "{}" terminó con {}, y se esperaba {}'],
  [
    "What it printed is not known: its log driver cannot be read.",
    "No se sabe qué escribió: su driver de logs no se puede leer.",
  ],
  [
    "Set `expected_exit_code = 0` to make this an error, or `expected_exit_code = {}` where it is right.",
    "Pon `expected_exit_code = 0` para que sea un error, o `expected_exit_code = {}` si está bien.",
  ],
  ["It ran out of memory.", "Se quedó sin memoria."],
  [
    "A container runs for as long as its command. Give it one that stays, or set `must_run = false` where it is to end.",
    "Un contenedor está en marcha mientras lo está su comando. Dale uno que se quede, o pon `must_run = false` si debe terminar.",
  ],
  [
    "A container runs for as long as its command, and this one may end with {} alone: correct what its command complains of.",
    "Un contenedor está en marcha mientras lo está su comando, y este solo puede terminar con {}: corrige aquello de lo que se queja su comando.",
  ],
  [
    'container "{}" was not up within {} ms: the engine keeps restarting it',
    'el contenedor "{}" no estaba en marcha en {} ms: el motor lo reinicia una y otra vez',
  ],
  ['container "{}" was not healthy within {} s', 'el contenedor "{}" no estaba sano en {} s'],
  [
    "Raise `wait_timeout` where it is only slow, or correct its `healthcheck`.",
    "Sube `wait_timeout` si solo es lento, o corrige su `healthcheck`.",
  ],
  ["It is gone.", "Ya no existe."],
  ['container "{}": {said}', 'contenedor "{}": {said}'],
];
