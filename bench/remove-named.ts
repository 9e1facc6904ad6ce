import { Engines } from "../engine";

/**
 * Removes the containers, volumes and networks of this machine's engine whose names begin so: what a destroy that failed,
 * or that nothing was left to run, would leave.
 */
export async function removeNamed(prefix: string): Promise<void> {
  const engines = new Engines();
  const { containers, volumes, networks } = engines.at();
  const filters = { name: [prefix] };
  try {
    const made = (await containers.list({ all: true, filters })).filter(({ Names }) =>
      Names.some((name) => name.startsWith(`/${prefix}`)),
    );
    await Promise.all(made.map(({ Id }) => containers.tryRemove(Id, { force: true, volumes: true })));
    const kept = (await volumes.list({ filters })).flatMap(({ Name }) => (Name?.startsWith(prefix) ? [Name] : []));
    await Promise.all(kept.map((name) => volumes.tryRemove(name)));
    const joined = (await networks.list({ filters })).filter(({ Name }) => Name?.startsWith(prefix));
    await Promise.all(joined.map(({ Id }) => networks.tryRemove(String(Id))));
  } finally {
    engines.close();
  }
}
