import type { Phrase } from "./phrase";

/** What an engine refuses, of an object or a call: `container "web" …`. */
export const refusals: readonly Phrase[] = [
  [
    "{said} is on an engine that no longer speaks API version {}, the newest that this provider knows",
    "{said} está en un motor que ya no habla la versión {} de la API, la más nueva que conoce este proveedor",
  ],
  [
    "Use a newer version of this provider, or lower the engine's floor (`DOCKER_MIN_API_VERSION`).",
    "Usa una versión más nueva de este proveedor, o baja la mínima del motor (`DOCKER_MIN_API_VERSION`).",
  ],
  ["{said} is on an engine that speaks TLS", "{said} está en un motor que habla TLS"],
  [
    "Give the TLS material: `ca`, and `cert` and `key` where the engine asks for a client's certificate.",
    "Da el material de TLS: `ca`, y también `cert` y `key` si el motor pide un certificado al cliente.",
  ],
  // Names, addresses and states.
  ["{said} cannot be made: the name is in use", "{said} no se puede crear: el nombre está en uso"],
  ["Choose another name, or remove the object that has it.", "Elige otro nombre, o quita el objeto que lo tiene."],
  ["{said} cannot publish its port: the port is in use", "{said} no puede publicar su puerto: está en uso"],
  ["Choose another port of the host, or stop what uses it.", "Elige otro puerto del host, o para lo que lo usa."],
  [
    "{said} cannot be made: networks have all subnets that the engine gives by itself",
    "{said} no se puede crear: las redes ya tienen todas las subredes que el motor da por sí mismo",
  ],
  [
    "Remove networks that nothing uses (`docker network prune`), give this one a subnet of its own, or widen `default-address-pools` in the engine's daemon.json.",
    "Quita redes que no usa nada (`docker network prune`), dale a esta una subred propia, o amplía `default-address-pools` en el daemon.json del motor.",
  ],
  ["{said} cannot have its address: it is in use", "{said} no puede tener su dirección: está en uso"],
  [
    "Choose another address or subnet, or leave it to the engine.",
    "Elige otra dirección o subred, o deja que la elija el motor.",
  ],
  ["{said} is being removed already", "{said} ya se está quitando"],
  ["Wait until it is gone.", "Espera a que desaparezca."],
  ["{said} does not run", "{said} no está en marcha"],
  ["Start it (`docker start`), or unpause it.", "Arráncalo (`docker start`), o quítale la pausa."],
  ["{said} is in use", "{said} está en uso"],
  ["network {} is in use by container {}", "la red {} está en uso por el contenedor {}"],
  ["network {} is in use by containers {}", "la red {} está en uso por los contenedores {}"],
  [
    "Remove or stop what uses it first. A container of the configuration goes and comes with its network where it refers to it by its id: `name = docker_network.NAME.id` in `networks_advanced`.",
    "Quita o para antes lo que la usa. Un contenedor de la configuración se va y vuelve con su red si la nombra por su id: `name = docker_network.NAME.id` en `networks_advanced`.",
  ],
  ["Remove or stop what uses it first.", "Quita o para antes lo que lo usa."],
  [
    "network {} is empty, and the engine still counts containers in it",
    "la red {} está vacía y el motor sigue contando contenedores en ella",
  ],
  [
    "Restart the engine, which counts them anew when it starts (`systemctl restart docker`), and remove it again.",
    "Reinicia el motor, que los cuenta de nuevo al arrancar (`systemctl restart docker`), y quítala otra vez.",
  ],
  [
    "{said} could not be built: an image of the builder's cache was removed meanwhile",
    "{said} no se pudo construir: alguien quitó entretanto una imagen de la caché de construcción",
  ],
  ["Build again.", "Construye otra vez."],
  ["{said} was changed by somebody else meanwhile", "otra persona cambió {said} entretanto"],
  ["Inspect it again and repeat the change.", "Vuelve a mirarlo y repite el cambio."],
  ["{said} does not exist", "{said} no existe"],
  ["Correct the name, or make it first.", "Corrige el nombre, o créalo antes."],
  ["{said} needs something that the engine does not have", "{said} necesita algo que el motor no tiene"],
  ["{said} needs a driver that the engine does not have", "{said} necesita un driver que el motor no tiene"],
  [
    "Correct the driver's name, or install it: `docker plugin install`.",
    "Corrige el nombre del driver, o instálalo: `docker plugin install`.",
  ],
  [
    "Make (or pull) what the engine's message names first, or correct its name.",
    "Crea (o descarga) antes lo que nombra el mensaje del motor, o corrige su nombre.",
  ],
  // Programs and disks.
  [
    "{said} needs containerd, which does not answer the engine",
    "{said} necesita containerd, que no le responde al motor",
  ],
  [
    "Start containerd again, or the engine where it starts containerd itself.",
    "Arranca otra vez containerd, o el motor si es él quien arranca containerd.",
  ],
  ["{said} cannot run its command", "{said} no puede ejecutar su comando"],
  [
    "Name a program that the image has, by its path or on its PATH, executable and built for this platform.",
    "Nombra un programa que tenga la imagen, por su ruta o en su PATH, ejecutable y hecho para esta plataforma.",
  ],
  ["{said} found no space left on the engine's disk", "no queda espacio en el disco del motor para {said}"],
  [
    "Make room on the engine's disk (`docker system df` shows what takes it).",
    "Haz sitio en el disco del motor (`docker system df` muestra qué lo ocupa).",
  ],
  // Swarms.
  [
    "{said} needs a swarm manager, and this one is locked",
    "{said} necesita un manager del swarm, y este está bloqueado",
  ],
  ["Unlock it on its own engine: `docker swarm unlock`.", "Desbloquéalo en su propio motor: `docker swarm unlock`."],
  ["{said} needs a leader, which the swarm does not have", "{said} necesita un líder, y el swarm no lo tiene"],
  [
    "More than half of the managers must be up and reach each other: start those that are down. Where they are lost for good, `docker swarm init --force-new-cluster` on one that is left goes on with it alone.",
    "Más de la mitad de los managers deben estar en marcha y llegar unos a otros: arranca los que no lo están. Si se perdieron para siempre, `docker swarm init --force-new-cluster` en uno de los que quedan sigue solo con él.",
  ],
  [
    "{said} needs a swarm manager, which this engine is not",
    "{said} necesita un manager de un swarm, y este motor no lo es",
  ],
  [
    "Give the address of a manager; `docker swarm init` makes one.",
    "Da la dirección de un manager; `docker swarm init` hace uno.",
  ],
  [
    "{said} needs another manager of the swarm, which does not answer",
    "{said} necesita otro manager del swarm, que no responde",
  ],
  [
    "Managers must be up and reach each other on their port 2377; a leader that is lost has a successor within half a minute.",
    "Los managers deben estar en marcha y llegar unos a otros por su puerto 2377; un líder que se pierde tiene sucesor en medio minuto.",
  ],
  ["{said} cannot be: the engine is in a swarm already", "{said} no puede ser: el motor ya está en un swarm"],
  [
    "Let it leave the other swarm first (`docker swarm leave`).",
    "Haz que abandone antes el otro swarm (`docker swarm leave`).",
  ],
  [
    "{said} is not left yet: the node's tasks take longer to end than the engine waits",
    "{said} no se ha abandonado aún: las tareas del nodo tardan en acabar más de lo que el motor espera",
  ],
  [
    "The engine goes on stopping them: let it leave once more (`docker swarm leave --force`).",
    "El motor sigue parándolas: haz que lo abandone otra vez (`docker swarm leave --force`).",
  ],
  // What is told by the status alone.
  ["{said} needs a call that this engine does not have", "{said} necesita una llamada que este motor no tiene"],
  ["Use a newer engine.", "Usa un motor más nuevo."],
  ["{said} was refused for want of credentials", "{said} se rechazó por falta de credenciales"],
  ["Give credentials that may do this.", "Da credenciales que lo permitan."],
  ["{said} was refused", "{said} se rechazó"],
  ["The engine does not permit this; its message says why.", "El motor no lo permite; su mensaje dice por qué."],
  ["{said} is in a state that does not allow this", "{said} está en un estado que no lo permite"],
  [
    "The engine's message says which state; change that first.",
    "El mensaje del motor dice en qué estado; cámbialo antes.",
  ],
  ["{said} needs something that this engine cannot do", "{said} necesita algo que este motor no puede hacer"],
  ["Use an engine that can, or leave it out.", "Usa un motor que pueda, o prescinde de ello."],
  ["{said} was refused as invalid", "{said} se rechazó por no ser válido"],
  ["Correct what the engine's message names.", "Corrige lo que nombra el mensaje del motor."],
  ["{said} failed on the engine", "{said} falló en el motor"],
  ["The engine's message says why; its log may say more.", "El mensaje del motor dice por qué; quizá su log diga más."],
  // What all of it is said of.
  ['container "{}"', 'el contenedor "{}"'],
  ['network "{}"', 'la red "{}"'],
  ['volume "{}"', 'el volumen "{}"'],
  ['image "{}"', 'la imagen "{}"'],
  ['exec "{}"', 'el exec "{}"'],
  ['node "{}"', 'el nodo "{}"'],
  ['service "{}"', 'el servicio "{}"'],
  ['task "{}"', 'la tarea "{}"'],
  ['secret "{}"', 'el secreto "{}"'],
  ['plugin "{}"', 'el plugin "{}"'],
  ['config "{}"', 'la config "{}"'],
  ['swarm "{}"', 'el swarm "{}"'],
  ['engine "{}"', 'el motor "{}"'],
];
