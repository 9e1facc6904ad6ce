import { canonical, familiar, parseReference, tryParseReference } from "../../../registry";

/** Complaint about a name that can be of no image; an image's id is as good as a name. */
export function imageNameComplaint(name: string): string | undefined {
  if (isImageId(name)) return undefined;
  const parsed = tryParseReference(name);
  return "complaint" in parsed ? parsed.complaint : undefined;
}

/** Whether it is an image's id, in full or, behind `sha256:` or of 12 digits as the docker CLI shows it, cut short. */
export const isImageId = (name: string): boolean => /^(?:sha256:[0-9a-f]{1,64}|[0-9a-f]{64}|[0-9a-f]{12})$/.test(name);

/** As the engine takes a name that it is to give. */
export function repositoryAndTag(name: string): { repo: string; tag?: string } {
  const parsed = parseReference(name);
  return { repo: familiar(parsed), tag: parsed.tag };
}

/** What all spellings of an image's name have in common. */
export function imageKey(name: string): string {
  if (isImageId(name)) return name;
  const parsed = tryParseReference(name);
  return "complaint" in parsed ? name : canonical(parsed);
}
