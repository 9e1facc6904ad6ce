import { compareVersions, type Volume } from "../../../engine";
import type { WithPrivateState } from "../../schema";
import type { DockerCall } from "../define";
import { keepNonce, keptNonce, nonceAmong } from "../nonce";

/** Under this the time of creation is kept beside the state of a volume that has no nonce. */
const CREATED_KEY = "created";

/** Docker 23.0. Before it a volume's time of creation moves with what is put into it. */
const CREATED_STAYS_FROM = "1.42";

type Asking = Pick<DockerCall, "engine" | "signal"> & WithPrivateState;

/** Whether what has the name is the volume that the state is about. */
export type Identity = "same" | "other" | "unknown";

/** A volume has no id: its nonce tells it from another of its name, and where it has none, its time of creation. */
export async function identityOf(call: Asking, found: Volume): Promise<Identity> {
  const { privateState } = call;
  const [kept, nonce] = [keptNonce(privateState), nonceAmong(found.Labels) ?? ""];
  if (kept !== undefined && kept !== nonce) return "other";
  // Nobody else's has a name that an engine makes up.
  if (kept || (nonce !== "" && isMadeUp(found.Name))) return "same";
  const [then, now] = [privateState.tryGet(CREATED_KEY), await tryCreationTime(call, found)];
  if (then === undefined || now === undefined) return "unknown";
  return then === now ? "same" : "other";
}

const isMadeUp = (name: string): boolean => /^[0-9a-f]{64}$/.test(name);

/** Remembers what tells the volume from another one: the first that is seen is the one that the state is about. */
export async function keepIdentity(call: Asking, found: Volume): Promise<void> {
  const { privateState } = call;
  const nonce = nonceAmong(found.Labels);
  if (keptNonce(privateState) === undefined) keepNonce(privateState, nonce);
  if (nonce !== undefined || privateState.tryGet(CREATED_KEY) !== undefined) return;
  const created = await tryCreationTime(call, found);
  if (created !== undefined) privateState.set(CREATED_KEY, created);
}

async function tryCreationTime({ engine, signal }: Asking, { CreatedAt }: Volume): Promise<string | undefined> {
  const stays = compareVersions(await engine.apiVersion({ signal }), CREATED_STAYS_FROM) >= 0;
  return stays && CreatedAt ? CreatedAt : undefined;
}
