import type { Phrase } from "./phrase";

/** What `engine/` says of an engine, its objects and its registries. */
export const engine: readonly Phrase[] = [
  // Connections.
  ["no Docker engine answers at {}", "ningún motor de Docker responde en {}"],
  ["no Docker engine listens at {}", "ningún motor de Docker escucha en {}"],
  ["this user may not use the engine at {}", "este usuario no puede usar el motor de {}"],
  ["the host of {} is unknown", "no se conoce el host de {}"],
  ["the certificate of the engine at {} is not trusted", "el certificado del motor de {} no es de confianza"],
  ["the engine at {} refused the client's certificate", "el motor de {} rechazó el certificado del cliente"],
  ["what answers at {} does not speak TLS", "lo que responde en {} no habla TLS"],
  ["the TLS material for {} cannot be read", "el material de TLS para {} no se puede leer"],
  ["the connection to the engine at {} broke", "se cortó la conexión con el motor de {}"],
  ["a call to {} cannot be sent", "no se puede enviar una llamada a {}"],
  [
    "what answers at {} does not send streams as a Docker engine does",
    "lo que responde en {} no envía datos como un motor de Docker",
  ],
  ["what answers at {} does not speak HTTP", "lo que responde en {} no habla HTTP"],
  [
    "what answers at {} does not answer like a Docker engine",
    "lo que responde en {} no responde como un motor de Docker",
  ],
  ["the engine at {} cannot be reached", "no se llega al motor de {}"],
  ["There is no socket {}: {said}", "No hay ningún socket {}: {said}"],
  ["The socket {} is there, but nobody listens: {said}", "El socket {} existe, pero nadie escucha: {said}"],
  [
    "start the engine (`systemctl start docker`, or `dockerd`), or give the address of another.",
    "arranca el motor (`systemctl start docker`, o `dockerd`), o da la dirección de otro.",
  ],
  [
    "Start the engine (`systemctl start docker`, or `dockerd`), or give the address of another.",
    "Arranca el motor (`systemctl start docker`, o `dockerd`), o da la dirección de otro.",
  ],
  [
    "start the engine (`systemctl start docker`, or `dockerd`).",
    "arranca el motor (`systemctl start docker`, o `dockerd`).",
  ],
  [
    "Check that the host is up and that no firewall is between, or give the address of another engine.",
    "Comprueba que el host está encendido y que no hay ningún cortafuegos de por medio, o da la dirección de otro motor.",
  ],
  [
    "Start the engine, let it listen there (`dockerd -H`), or correct the port.",
    "Arranca el motor, haz que escuche allí (`dockerd -H`), o corrige el puerto.",
  ],
  [
    "Add the user to the group `docker` (`sudo usermod -aG docker $USER`) and log in again.",
    "Añade el usuario al grupo `docker` (`sudo usermod -aG docker $USER`) y vuelve a entrar.",
  ],
  ["Correct the host's name, or give its IP address.", "Corrige el nombre del host, o da su dirección IP."],
  [
    "Give the certificate of the authority that signed it as `ca`, and reach the engine by a name that its certificate has.",
    "Da en `ca` el certificado de la autoridad que lo firmó, y usa para el motor un nombre que tenga su certificado.",
  ],
  [
    "Give a certificate that the engine's authority signed, and its key, as `cert` and `key`.",
    "Da en `cert` y `key` un certificado firmado por la autoridad del motor, y su clave.",
  ],
  [
    "Leave the TLS material out, or give the port that speaks TLS (2376 by custom).",
    "Quita el material de TLS, o da el puerto que habla TLS (por costumbre, 2376).",
  ],
  [
    "Give certificates and key as PEM text, the key without a passphrase and belonging to the certificate.",
    "Da los certificados y la clave como texto PEM; la clave, sin contraseña y la que corresponde al certificado.",
  ],
  [
    "Look into the engine's log for the reason. Whether it carried out the call is unknown: a refresh tells.",
    "Busca la razón en el log del motor. No se sabe si llevó a cabo la llamada: lo dice un refresh.",
  ],
  ["Correct the value that the message names.", "Corrige el valor que nombra el mensaje."],
  [
    "Give the address of a Docker engine; a proxy between must pass on upgraded connections untouched.",
    "Da la dirección de un motor de Docker; un proxy de por medio debe dejar pasar intactas las conexiones que cambian de protocolo.",
  ],
  [
    "Give the address of a Docker engine; a proxy between must pass on upgrades and bodies untouched.",
    "Da la dirección de un motor de Docker; un proxy de por medio debe dejar pasar intactos los cambios de protocolo y los cuerpos.",
  ],
  [
    "Give the address of a Docker engine; where this is one that speaks TLS, give the TLS material.",
    "Da la dirección de un motor de Docker; si este lo es y habla TLS, da el material de TLS.",
  ],
  ["Check the address, and that the engine runs.", "Comprueba la dirección, y que el motor está en marcha."],
  // Limits.
  ["the engine at {} does not take a connection within {}", "el motor de {} no acepta una conexión en {}"],
  [
    "the engine at {} accepts but does not answer: nothing came within {}",
    "el motor de {} acepta pero no responde: en {} no llegó nada",
  ],
  [
    "the engine at {} accepts but does not answer to the end: no more came for {}",
    "el motor de {} acepta pero no termina de responder: no llegó nada más en {}",
  ],
  [
    "the engine at {} accepts but does not answer to the end: its answer was not whole after {}",
    "el motor de {} acepta pero no termina de responder: su respuesta no estaba completa después de {}",
  ],
  ["the engine at {} answers with more than {}", "el motor de {} responde con más de {}"],
  [
    "It hangs, or is no Docker engine: look into its log (`journalctl -u docker`), start it again (`systemctl restart docker`), or give the address of another.",
    "Está colgado, o no es un motor de Docker: mira su log (`journalctl -u docker`), reinícialo (`systemctl restart docker`), o da la dirección de otro.",
  ],
  [
    "Give the address of a Docker engine, or ask it for less: a filter shortens a list.",
    "Da la dirección de un motor de Docker, o pídele menos: un filtro acorta una lista.",
  ],
  ["the engine at {} did not finish {} in time", "el motor de {} no terminó {} a tiempo"],
  ["{} at {} was given up", "se abandonó {} en {}"],
  [
    "Whether the engine carried it out is unknown: a refresh tells.",
    "No se sabe si el motor lo llevó a cabo: lo dice un refresh.",
  ],
  // Images and their registries.
  [
    "{said} was refused by the registry, which asks for credentials",
    "el registro, que pide credenciales, rechazó {said}",
  ],
  [
    "Give credentials for it (`registry_auth`, or `docker login`).",
    "Da credenciales para él (`registry_auth`, o `docker login`).",
  ],
  ["{said} does not exist in the registry", "{said} no existe en el registro"],
  [
    "Correct the name or the tag, or give credentials where the repository is private.",
    "Corrige el nombre o la etiqueta, o da credenciales si el repositorio es privado.",
  ],
  ["{said} was refused by the registry", "el registro rechazó {said}"],
  [
    "Give credentials that may do this (`registry_auth`, or `docker login`), or correct the name.",
    "Da credenciales que lo permitan (`registry_auth`, o `docker login`), o corrige el nombre.",
  ],
  [
    "{said} cannot be pushed: it is an index of platforms, and the engine has not all of them",
    "{said} no se puede subir: es un índice de plataformas, y el motor no las tiene todas",
  ],
  [
    "Docker Engine 28 pushes the platform that it has. For an older one, pull that platform's own manifest (`NAME@sha256:…`, which `docker_registry_image_manifests` tells), tag it and push that.",
    "Docker Engine 28 sube la plataforma que tiene. Con uno más viejo, descarga el manifiesto de esa plataforma (`NAME@sha256:…`, que dice `docker_registry_image_manifests`), etiquétalo y súbelo.",
  ],
  ["{said} does not exist for this platform", "{said} no existe para esta plataforma"],
  ["Name a platform that the image is built for.", "Nombra una plataforma para la que esté construida la imagen."],
  [
    "{said} cannot be had: the engine does not trust the registry's certificate",
    "{said} no se puede obtener: el motor no confía en el certificado del registro",
  ],
  [
    "Look at the clock of the engine's machine (`date`): where it is right, the registry needs a new certificate.",
    "Mira el reloj de la máquina del motor (`date`): si va bien, el registro necesita un certificado nuevo.",
  ],
  [
    "Name the registry as its certificate does, or give it a certificate with the name that it is asked under.",
    "Llama al registro como lo llama su certificado, o dale un certificado con el nombre por el que se le pregunta.",
  ],
  [
    "Give the engine's machine the certificate of the authority that signed it: as /etc/docker/certs.d/REGISTRY[:PORT]/ca.crt, which is read at each pull; for Docker Hub, or where a proxy signs for every site, among the system's own (on Debian: /usr/local/share/ca-certificates/NAME.crt and `update-ca-certificates`), then restart the engine.",
    "Dale a la máquina del motor el certificado de la autoridad que lo firmó: en /etc/docker/certs.d/REGISTRY[:PORT]/ca.crt, que se lee en cada descarga; para Docker Hub, o si un proxy firma por todos los sitios, entre los del sistema (en Debian: /usr/local/share/ca-certificates/NAME.crt y `update-ca-certificates`), y reinicia el motor.",
  ],
  [
    "{said} cannot be had now: the registry has been asked too often",
    "{said} no se puede obtener ahora: se le ha preguntado demasiadas veces al registro",
  ],
  [
    "Give credentials (`docker login`, `registry_auth`): those it knows may ask more often. Or wait, for hours where it is Docker Hub's limit on pulls, or let the engine pull from a mirror (`registry-mirrors`).",
    "Da credenciales (`docker login`, `registry_auth`): a quien conoce le permite preguntar más a menudo. O espera, horas si es el límite de descargas de Docker Hub, o haz que el motor descargue de un espejo (`registry-mirrors`).",
  ],
  [
    "{said} cannot be had now: the registry, or a proxy before it, is in trouble",
    "{said} no se puede obtener ahora: el registro, o un proxy delante de él, tiene problemas",
  ],
  [
    "Wait and try again, or let the engine pull from a mirror (`registry-mirrors`).",
    "Espera e inténtalo de nuevo, o haz que el motor descargue de un espejo (`registry-mirrors`).",
  ],
  ["{said} cannot be had: the registry does not answer", "{said} no se puede obtener: el registro no responde"],
  [
    "Check the registry's name and that the engine reaches it; a registry without TLS must be in its `insecure-registries`.",
    "Comprueba el nombre del registro y que el motor llega a él; un registro sin TLS debe estar en sus `insecure-registries`.",
  ],
  ["{said} does not exist any more", "{said} ya no existe"],
  ["It was removed meanwhile.", "Alguien la quitó entretanto."],
];
