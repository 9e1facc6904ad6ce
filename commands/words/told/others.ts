import type { Phrase } from "./phrase";

/** What the provider says of whatever is no container, and what Terraform itself says of what a learner may set. */
export const others: readonly Phrase[] = [
  [
    'name in use: a {} named "{}" exists and was not made by this configuration',
    'nombre en uso: ya existe un {} con el nombre "{}", y no lo hizo esta configuración',
  ],
  [
    "It was left untouched. Choose another `name`, remove it (`docker {}`), or bring it under Terraform with `terraform import`.",
    "No se ha tocado. Elige otro `name`, quítalo (`docker {}`), o ponlo bajo Terraform con `terraform import`.",
  ],
  ['build of image "{}" failed at {}', 'la construcción de la imagen "{}" falló en {}'],
  ['build of image "{}" failed', 'la construcción de la imagen "{}" falló'],
  [
    "Arguments without a value: {}. Set them in `build_args`, or give the ARG line a default.",
    "Argumentos sin valor: {}. Ponlos en `build_args`, o da un valor por defecto en la línea ARG.",
  ],
  ['service "{}" did not converge: {said}', 'el servicio "{}" no convergió: {said}'],
  [
    'service "{}" did not converge within {}, although its tasks still move: {}',
    'el servicio "{}" no convergió en {}, aunque sus tareas aún avanzan: {}',
  ],
  ["no task moved on for {}: {}", "ninguna tarea avanzó en {}: {}"],
  [
    'Terraform takes a new service that an apply gave up on for broken ("tainted"), and the next apply replaces it. Where it converges after all (`docker service ps {}` tells), keep it by `terraform untaint ADDRESS`, ADDRESS being the docker_service that this error is shown "with".',
    'Terraform da por roto ("tainted") un servicio nuevo que un apply dejó de esperar, y el siguiente apply lo reemplaza. Si al final converge (lo dice `docker service ps {}`), consérvalo con `terraform untaint ADDRESS`, donde ADDRESS es el docker_service "with" el que se muestra este error.',
  ],
  ["invalid value for {}", "valor no válido para {}"],
  ["invalid block {}", "bloque no válido {}"],
  ["this is a bug in the provider", "esto es un fallo del proveedor"],
  ["Invalid value for variable", "Valor no válido para una variable"],
  ["Invalid value for input variable", "Valor no válido para una variable"],
  ["vote_replicas must be a whole number from 0 to 100.", "vote_replicas debe ser un número entero de 0 a 100."],
];
