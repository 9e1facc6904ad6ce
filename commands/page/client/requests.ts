import type { Language } from "../../../languages/text";
import type { Action, ObjectDetails } from "../protocol";
import type { Chosen } from "../view/object-button";

/** @returns false where something else is being done */
export async function act(action: Action, stage: string): Promise<boolean> {
  return (await order("act", { action, stage })).status !== 409;
}

export const stopWork = async (): Promise<void> => void (await order("stop", {}));

/** null where it is gone. */
export async function askDetails({ kind, id }: Chosen): Promise<ObjectDetails | null> {
  const answer = await fetch(`details?${new URLSearchParams({ kind, id })}`);
  return answer.ok ? ((await answer.json()) as ObjectDetails) : null;
}

export async function askProse(stage: string, language: Language): Promise<string> {
  const answer = await fetch(`prose?${new URLSearchParams({ stage, language })}`);
  return answer.ok ? ((await answer.json()) as { html: string }).html : "";
}

const order = (path: string, query: Record<string, string>): Promise<Response> =>
  fetch(`${path}?${new URLSearchParams(query)}`, { method: "POST" });
