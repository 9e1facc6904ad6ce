import { type Engine, isEngineError } from "../../../engine";
import type { Planned, State } from "../../schema";
import type { ContainerPart } from "./part";
import { parts, type schema } from "./parts";

type Prior = State<typeof schema>;
type Plan = Planned<typeof schema>;
type Questions = NonNullable<ContainerPart<typeof schema>["asItStands"]>;

const questions: Questions = Object.assign({}, ...parts.map(({ asItStands }) => asItStands));
const names = Object.keys(questions) as (keyof Questions)[];

/**
 * What an import does not tell, since the engine does not tell it from what it has by itself, and what others note of
 * it: where the container has what is asked for, it stays as it was, which is no change.
 */
export async function asItStands(
  prior: Prior,
  planned: Plan,
  engine: Engine | undefined,
  signal: AbortSignal,
): Promise<Partial<Plan>> {
  const asked = names.flatMap((name) => {
    const hasIt = questions[name]?.(prior, planned);
    return hasIt ? [{ name, hasIt }] : [];
  });
  if (asked.length === 0 || !engine) return {};
  try {
    const found = await engine.containers.tryInspect(prior.id, { signal });
    if (!found) return {};
    const answers = await Promise.all(
      asked.map(async ({ name, hasIt }) => ({ name, has: await hasIt(found, engine, signal) })),
    );
    return Object.fromEntries(answers.filter(({ has }) => has).map(({ name }) => [name, prior[name]]));
  } catch (error) {
    // An engine that does not answer yet cannot say that they are the same.
    if (!isEngineError(error) || isEngineError(error, "aborted")) throw error;
    return {};
  }
}
