import type { Phrase } from "./phrase";

const useAddress = "unix:///PATH, tcp://HOST:PORT, ssh://[USER@]HOST";

/** What constructs say at synth of stages that somebody changed, or moved by lab.json. */
export const constructs: readonly Phrase[] = [
  ["allowed: {said}", "permitido: {said}"],
  ["context `{}` is {}", "`{}` del contexto es {}"],
  ["{said} (cdktf.json or lab.json)", "{said} (cdktf.json o lab.json)"],
  [
    "at most 32 lower-case letters, digits and single dashes, the first no dash, like `try-`",
    "como mucho 32 letras minúsculas, dígitos y guiones sueltos, sin empezar por guion, como `try-`",
  ],
  [
    'ports by the lab\'s port, each 1 to 65535, like `{ "5000": 15000 }`',
    'puertos por el puerto del laboratorio, cada uno de 1 a 65535, como `{ "5000": 15000 }`',
  ],
  ["an IPv4 network, like `10.5.0.0/24`", "una red IPv4, como `10.5.0.0/24`"],
  ["`mesh` or `edge`", "`mesh` o `edge`"],
  ["the name of a volume", "el nombre de un volumen"],
  ["{} holds {} where an object is expected", "{} contiene {} donde se espera un objeto"],
  ["{} is not JSON: {}", "{} no es JSON: {}"],
  ["correct it, or remove it and run `./lab doctor`", "corrígelo, o quítalo y ejecuta `./lab doctor`"],
  ["`{}` of {} is missing", "falta `{}` de {}"],
  ["it is required", "es obligatorio"],
  ["{} is no name of an image", "{} no es el nombre de una imagen"],
  [
    "write [HOST[:PORT]/]REPOSITORY[:TAG][@DIGEST], the repository in lower case",
    "escribe [HOST[:PORT]/]REPOSITORY[:TAG][@DIGEST], con el repositorio en minúsculas",
  ],
  // Engines.
  ["no provider bundle: {} does not exist", "no hay proveedor: {} no existe"],
  ['run `npm run build`, or use `provider: "registry"`', 'ejecuta `npm run build`, o usa `provider: "registry"`'],
  [
    "the provider bundle's {} holds {} where `version`, `zip` and `source` are expected",
    "{} del proveedor contiene {} donde se esperan `version`, `zip` y `source`",
  ],
  ["run `npm run build`", "ejecuta `npm run build`"],
  [
    'stack `{}` has engines with `provider: "registry"` and engines without',
    'el stack `{}` tiene motores con `provider: "registry"` y motores sin él',
  ],
  ["all engines of one stack need the same provider", "todos los motores de un stack necesitan el mismo proveedor"],
  ["stack `{}` names no Docker engine", "el stack `{}` no nombra ningún motor de Docker"],
  ['add `new DockerEngine(this, "docker")` to it', 'añádele `new DockerEngine(this, "docker")`'],
  ["stack `{}` has an engine without `alias` already", "el stack `{}` ya tiene un motor sin `alias`"],
  [
    'give {} one, like `alias: "second"`, and the resources that are to be on it its `provider`',
    'dale uno a {}, como `alias: "second"`, y a los recursos que deban estar en él su `provider`',
  ],
  ["`host` of {} is {}, which is no address of an engine", "`host` de {} es {}, que no es la dirección de un motor"],
  [`use ${useAddress} or container://NAME[,NAME…]`, `usa ${useAddress} o container://NAME[,NAME…]`],
  ["{} of {} is not in the community provider", "{} de {} no está en el proveedor de la comunidad"],
  [
    'remove `provider: "registry"` from the stack\'s DockerEngine, or this',
    'quita `provider: "registry"` del DockerEngine del stack, o quita esto',
  ],
  ["engine `{}` of {} is no address of an engine", "el motor `{}` de {} no es la dirección de un motor"],
  // Clusters.
  [
    "a swarm needs a whole number of managers, 1 or more (3 survive the loss of one)",
    "un swarm necesita un número entero de managers, 1 o más (3 sobreviven a la pérdida de uno)",
  ],
  ["write a whole number, 0 or more", "escribe un número entero, 0 o más"],
  ["`subnet` of {} is {}, which is no IPv4 network", "`subnet` de {} es {}, que no es una red IPv4"],
  [
    "write its first address and the length of its prefix, like `10.213.0.0/24`",
    "escribe su primera dirección y la longitud de su prefijo, como `10.213.0.0/24`",
  ],
  [
    "`subnet` of {}, {}, has addresses for {} nodes, not for {}",
    "`subnet` de {}, {}, tiene direcciones para {} nodos, no para {}",
  ],
  ["write a shorter prefix", "escribe un prefijo más corto"],
  [
    "`subnet` of {} has no address left for the registry of its own images",
    "a `subnet` de {} no le queda ninguna dirección para el registro de sus propias imágenes",
  ],
  ["`name` of {} is known at apply only", "`name` de {} no se conoce hasta el apply"],
  [
    "an image that is pushed to a cluster needs a name that synth knows, like `app:1`",
    "una imagen que se sube a un clúster necesita un nombre que se conozca en la síntesis, como `app:1`",
  ],
  [
    "{} is an image of {} already, and cannot be pushed to {} too",
    "{} ya es una imagen de {}, y no se puede subir también a {}",
  ],
  ["declare a BuiltImage for each", "declara una BuiltImage para cada uno"],
  ["`registry` of {} is {}, which is no registry", "`registry` de {} es {}, que no es un registro"],
  [
    "write HOST[:PORT][/PATH], like `registry.example.com/team`",
    "escribe HOST[:PORT][/PATH], como `registry.example.com/team`",
  ],
  [
    "{} is built, and the hosts of {} have no registry to get it from",
    "{} se construye, y los hosts de {} no tienen ningún registro del que obtenerla",
  ],
  [
    'give them one that they all reach: `registry: "registry.example.com/team"`',
    'dales uno al que lleguen todos: `registry: "registry.example.com/team"`',
  ],
  ["`ports` of {} maps {} to {}", "`ports` de {} lleva {} a {}"],
  ["both must be ports, 1 to 65535", "ambos deben ser puertos, de 1 a 65535"],
  ["write MiB for each node, 128 or more", "escribe los MiB de cada nodo, 128 o más"],
  [
    "write how many processors each node may use, more than 0, like 0.5",
    "escribe cuántos procesadores puede usar cada nodo, más de 0, como 0.5",
  ],
  [
    "`nodeLabels` of {} names {}, which is none of its nodes",
    "`nodeLabels` de {} nombra {}, que no es ninguno de sus nodos",
  ],
  ["they are node1 to node{}", "van de node1 a node{}"],
  ["`hosts` of {} is empty", "`hosts` de {} está vacío"],
  ["name one machine or more, like `ssh://user@host`", "nombra una máquina o más, como `ssh://user@host`"],
  [
    "`hosts` of {} names {}, which is no address of an engine",
    "`hosts` de {} nombra {}, que no es la dirección de un motor",
  ],
  ["use ssh://[USER@]HOST or tcp://HOST:PORT", "usa ssh://[USER@]HOST o tcp://HOST:PORT"],
  ["`hosts` of {} names {} twice", "`hosts` de {} nombra {} dos veces"],
  ["each machine is one node", "cada máquina es un nodo"],
  [
    "write a whole number from 1 to {}, the number of its hosts",
    "escribe un número entero de 1 a {}, el número de sus hosts",
  ],
  ["write `{}`", "escribe `{}`"],
  ["`{}` of {} is {}", "`{}` de {} es {}"],
];
