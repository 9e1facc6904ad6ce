import { said } from "../languages/said";

/** What is said while images are made and the engine is pointed at them. */
export const words = {
  installing: said(
    (packages: string) => `installing ${packages} from the distribution's packages`,
    (packages) => `instalando ${packages} de los paquetes de la distribución`,
  ),
  building: said(
    (name: string, madeOf: string) => `building a stand-in for ${name} from ${madeOf}`,
    (name, madeOf) => `construyendo un sustituto de ${name} (${madeOf})`,
  ),
  addingMirror: said(
    (mirror: string, file: string) => `adding "registry-mirrors": ["${mirror}"] to ${file}`,
    (mirror, file) => `añadiendo "registry-mirrors": ["${mirror}"] a ${file}`,
  ),
  addingMirrorNow: said(
    (mirror: string, file: string) =>
      `adding "registry-mirrors": ["${mirror}"] to ${file} and asking dockerd to read it (SIGHUP)`,
    (mirror, file) => `añadiendo "registry-mirrors": ["${mirror}"] a ${file} y pidiendo a dockerd que lo lea (SIGHUP)`,
  ),
  droppingMirror: said(
    (mirror: string, file: string) =>
      `taking ${mirror} out of "registry-mirrors" in ${file} and asking dockerd to read it (SIGHUP)`,
    (mirror, file) => `quitando ${mirror} de "registry-mirrors" en ${file} y pidiendo a dockerd que lo lea (SIGHUP)`,
  ),
  removingContainer: said(
    (name: string) => `removing container ${name}`,
    (name) => `quitando el contenedor ${name}`,
  ),
  removingImage: said(
    (name: string) => `removing image ${name}`,
    (name) => `quitando la imagen ${name}`,
  ),
  removingVolume: said(
    (name: string) => `removing volume ${name}`,
    (name) => `quitando el volumen ${name}`,
  ),
} as const;
