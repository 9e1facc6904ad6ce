import { canonical, tryParseReference } from "../../registry/reference";

const ID = /^(?:sha256:)?[0-9a-f]{64}$/;

/** Complaint about a name that can be of no image; an image's id is as good as a name. */
export function imageNameComplaint(name: string): string | undefined {
  if (ID.test(name)) return undefined;
  const parsed = tryParseReference(name);
  return "complaint" in parsed ? parsed.complaint : undefined;
}

/** What all spellings of an image's name have in common. */
export function imageKey(name: string): string {
  if (ID.test(name)) return name;
  const parsed = tryParseReference(name);
  return "complaint" in parsed ? name : canonical(parsed);
}
