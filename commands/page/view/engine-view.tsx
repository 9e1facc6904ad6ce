import type { ContainerView, EnginePicture, ImageView, NamedView } from "../protocol";
import { type Choose, ObjectButton } from "./object-button";
import { useWords } from "./reader";
import { words } from "./words";

export interface EngineViewProps {
  readonly engine: EnginePicture;
  /** Containers that are shown as nodes of the swarm, elsewhere. */
  readonly nodes: ReadonlySet<string>;
  readonly choose: Choose;
}

/** What the labs have on the engine itself: containers on the images that they were made of, networks and volumes. */
export function EngineView({ engine, nodes, choose }: EngineViewProps) {
  const say = useWords();
  const { containers, images, networks, volumes } = engine;
  const shown = containers.filter(({ name }) => !nodes.has(name));
  if (containers.length + networks.length + volumes.length === 0) return <p class="quiet">{say(words.nothing)}</p>;
  return (
    <section class="engine" aria-label={say(words.engine)}>
      <h2>{say(words.engine)}</h2>
      <div class="images">
        {images.map((image) => {
          const own = shown.filter(({ imageId }) => imageId === image.id);
          return own.length > 0 && <ImageStack key={image.id} image={image} containers={own} choose={choose} />;
        })}
      </div>
      <Named title={say(words.networks)} kind="network" objects={networks} choose={choose} />
      <Named title={say(words.volumes)} kind="volume" objects={volumes} choose={choose} />
    </section>
  );
}

interface ImageStackProps {
  readonly image: ImageView;
  readonly containers: readonly ContainerView[];
  readonly choose: Choose;
}

/** An image with its layers, and the containers on it: each has a writable layer of its own above those that all share. */
function ImageStack({ image, containers, choose }: ImageStackProps) {
  const say = useWords();
  return (
    <div class="image-stack">
      <ul aria-label={`${say(words.containersOf)} ${image.name}`}>
        {containers.map((container) => (
          <li key={container.id}>
            <ContainerBox container={container} choose={choose} />
          </li>
        ))}
      </ul>
      <ObjectButton kind="image" id={image.id} name={image.name} class="image" choose={choose}>
        <span class="layers" aria-hidden="true">
          {image.layers.map((digest, index) => (
            <span key={`${index} ${digest}`} class="layer" style={{ background: colourOf(digest) }} title={digest} />
          ))}
        </span>
        <span class="name">{image.name}</span>
        <span class="quiet">
          {(image.size / 1e6).toFixed(1)} MB, {image.layers.length}{" "}
          {say(image.layers.length === 1 ? words.layer : words.layers)}
        </span>
      </ObjectButton>
    </div>
  );
}

function ContainerBox({ container, choose }: { readonly container: ContainerView; readonly choose: Choose }) {
  const { id, name, state, ports, isRunning } = container;
  return (
    <ObjectButton
      kind="container"
      id={id}
      name={name}
      state={state}
      class={isRunning ? "container up" : "container"}
      choose={choose}
    >
      <span class="name">{name}</span>
      <span class="quiet">{state}</span>
      {ports && <span class="ports">{ports}</span>}
    </ObjectButton>
  );
}

interface NamedProps {
  readonly title: string;
  readonly kind: "network" | "volume";
  readonly objects: readonly NamedView[];
  readonly choose: Choose;
}

function Named({ title, kind, objects, choose }: NamedProps) {
  if (objects.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul class="chips">
        {objects.map(({ name, driver }) => (
          <li key={name}>
            <ObjectButton kind={kind} id={name} name={name} class={kind} choose={choose}>
              {name} <span class="quiet">{driver}</span>
            </ObjectButton>
          </li>
        ))}
      </ul>
    </>
  );
}

/** The same layer has the same colour, in whichever image it is. */
const colourOf = (digest: string): string => `hsl(${Number.parseInt(digest.slice(-6), 16) % 360} 55% 55%)`;
