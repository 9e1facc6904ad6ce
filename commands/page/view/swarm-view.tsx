import { useMemo } from "preact/hooks";
import type { NodeView, ServiceView, SwarmPicture, TaskView, Votes } from "../protocol";
import { type Choose, ObjectButton } from "./object-button";
import { useWords } from "./reader";
import { words } from "./words";

export interface SwarmViewProps {
  readonly swarm: SwarmPicture;
  /** Containers that run, by which a killed node is told before the swarm has noticed. */
  readonly running: ReadonlySet<string>;
  readonly votes: Votes | null;
  readonly choose: Choose;
}

/** The swarm: nodes as machines with their tasks inside, and its networks as lines that they hang on. */
export function SwarmView({ swarm, running, votes, choose }: SwarmViewProps) {
  const say = useWords();
  const { nodes, services, tasks, networks } = swarm;
  const waiting = tasks.filter(({ node }) => !nodes.some(({ id }) => id === node));
  const lines = useMemo(
    () => networks.map((network, index) => ({ ...network, colour: colours[index % colours.length]! })),
    [networks],
  );
  return (
    <section class="swarm" aria-label={say(words.swarm)}>
      <h2>{say(words.swarm)}</h2>
      {votes && <VoteBars votes={votes} />}
      <div class="cluster" style={{ "grid-template-columns": `repeat(${nodes.length}, minmax(9.5rem, 1fr))` }}>
        {nodes.map((node, column) => {
          const own = tasks.filter((task) => task.node === node.id);
          const isUp = node.isReady && (node.container === "" || running.has(node.container));
          return (
            <NodeBox
              key={node.id}
              node={node}
              isUp={isUp}
              tasks={own}
              lines={lines}
              column={column + 1}
              choose={choose}
            />
          );
        })}
        {lines.map((line, index) => (
          <div key={line.id} class="line" style={{ "grid-row": `${index + 2}`, "--colour": line.colour }}>
            <ObjectButton kind="network" id={line.id} name={line.name} class="line-name" choose={choose}>
              {line.name}
            </ObjectButton>
          </div>
        ))}
      </div>
      {waiting.length > 0 && (
        <p class="waiting">
          {say(words.waitingTasks)}: {waiting.map(({ name }) => name).join(", ")}
        </p>
      )}
      <Services services={services} choose={choose} />
    </section>
  );
}

interface Line {
  readonly id: string;
  readonly name: string;
  readonly colour: string;
}

interface NodeBoxProps {
  readonly node: NodeView;
  readonly isUp: boolean;
  readonly tasks: readonly TaskView[];
  readonly lines: readonly Line[];
  /** From 1. */
  readonly column: number;
  readonly choose: Choose;
}

function NodeBox({ node, isUp, tasks, lines, column, choose }: NodeBoxProps) {
  const on = new Set(tasks.flatMap(({ networks }) => networks));
  const state = isUp ? node.state : "down";
  return (
    <>
      <div class={isUp ? "node" : "node down"} data-node={node.name} style={{ "grid-column": `${column}` }}>
        <ObjectButton
          kind="node"
          id={node.id}
          name={node.name}
          state={`${node.role}, ${state}`}
          class="node-head"
          choose={choose}
        >
          <span class="name">{node.name}</span> <span class="quiet">{node.role}</span>
          <span class="quiet">
            {state}, {node.availability}
          </span>
        </ObjectButton>
        <ul>
          {tasks.map((task) => (
            <TaskItem key={task.id} task={task} lines={lines} choose={choose} />
          ))}
        </ul>
      </div>
      {lines.map(
        (line, index) =>
          on.has(line.id) && (
            <span
              key={line.id}
              class="drop"
              aria-hidden="true"
              style={{
                "grid-column": `${column}`,
                "grid-row": `2 / ${index + 3}`,
                "margin-left": `${1 + index * 1.2}rem`,
                "--colour": line.colour,
              }}
            />
          ),
      )}
    </>
  );
}

interface TaskProps {
  readonly task: TaskView;
  readonly lines: readonly Line[];
  readonly choose: Choose;
}

/** Drawn anew where the task changed alone: there may be hundreds. */
function TaskItem({ task, lines, choose }: TaskProps) {
  return useMemo(
    () => (
      <li>
        <TaskBox task={task} lines={lines} choose={choose} />
      </li>
    ),
    [task, lines, choose],
  );
}

function TaskBox({ task, lines, choose }: TaskProps) {
  const { id, name, state, error, networks, volumes } = task;
  return (
    <ObjectButton kind="task" id={id} name={name} state={state} class={`task ${state}`} choose={choose}>
      <span class="name">{shortName(name)}</span>
      {state !== "running" && <span class="quiet">{state}</span>}
      {volumes.map((volume) => (
        <span key={volume} class="quiet volume-name">
          ⛁ {volume}
        </span>
      ))}
      {error && <span class="instead">{error}</span>}
      <span class="dots" aria-hidden="true">
        {lines.map((line) => networks.includes(line.id) && <i key={line.id} style={{ background: line.colour }} />)}
      </span>
    </ObjectButton>
  );
}

/** Without the stack's name, which all have. */
const shortName = (name: string): string => name.slice(name.lastIndexOf("_") + 1);

function Services({ services, choose }: { readonly services: readonly ServiceView[]; readonly choose: Choose }) {
  const say = useWords();
  if (services.length === 0) return null;
  return (
    <>
      <h3>{say(words.services)}</h3>
      <ul class="chips">
        {services.map(({ id, name, running, desired, ports }) => (
          <li key={id}>
            <ObjectButton
              kind="service"
              id={id}
              name={name}
              state={`${running}/${desired}`}
              class="service"
              choose={choose}
            >
              {name} <b class={running === desired ? "good" : "bad"}>{`${running}/${desired}`}</b>
              {ports && <span class="ports"> {ports}</span>}
            </ObjectButton>
          </li>
        ))}
      </ul>
    </>
  );
}

function VoteBars({ votes }: { readonly votes: Votes }) {
  const say = useWords();
  const all = Math.max(votes.a + votes.b, 1);
  return (
    <section class="votes" aria-label={say(words.votes)}>
      {(["a", "b"] as const).map((option) => (
        <div key={option} class={`vote ${option}`}>
          <span class="bar" aria-hidden="true" style={{ width: `${(100 * votes[option]) / all}%` }} />
          <span>
            {say(option === "a" ? words.cats : words.dogs)}: <b data-votes={option}>{votes[option]}</b>
          </span>
        </div>
      ))}
    </section>
  );
}

const colours = ["#8267c9", "#2f8f9d", "#c25574", "#c08a2e", "#4f7cc4", "#3f9a56"] as const;
