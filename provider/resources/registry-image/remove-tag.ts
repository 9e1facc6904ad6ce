import { type RegistryClient, RegistryError } from "../../../registry";
import type { RegistryImage } from "../registry";

/**
 * Takes a tag from a registry, unless it leads to something else than was pushed by now. Registries remove manifests,
 * with all the tags that lead to them: where another tag leads to the same one, this one is first given a manifest of
 * its own, the same to the letter but for a blank at the end.
 *
 * @param digest of what was pushed
 */
export async function removeTag({ client, repository, reference: tag }: RegistryImage, digest: string): Promise<void> {
  if ((await client.tryDigest(repository, tag)) !== digest) return;
  if (!(await isShared(client, repository, tag, digest))) return client.removeManifest(repository, digest);
  const { mediaType, content } = await client.manifest(repository, digest);
  await client.putManifest(repository, tag, { mediaType, content: Buffer.concat([content, Buffer.from(" ")]) });
  const own = await client.tryDigest(repository, tag);
  try {
    if (own !== undefined) await client.removeManifest(repository, own);
  } catch (error) {
    await client.putManifest(repository, tag, { mediaType, content });
    throw error;
  }
}

async function isShared(client: RegistryClient, repository: string, tag: string, digest: string): Promise<boolean> {
  for (const other of await tagsOf(client, repository)) {
    if (other !== tag && (await client.tryDigest(repository, other)) === digest) return true;
  }
  return false;
}

/** A registry that does not tell its tags is taken to have no others. */
async function tagsOf(client: RegistryClient, repository: string): Promise<string[]> {
  try {
    return await client.tags(repository);
  } catch (error) {
    if (error instanceof RegistryError && error.code !== "unreachable") return [];
    throw error;
  }
}
