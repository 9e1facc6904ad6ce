import { ServiceScene } from "../provider/resources/service/scene";

/**
 * A swarm of one node that is given no tasks, so that what is asked of it is all that there is to look at, with the
 * objects that documents take for external.
 */
export async function idleSwarm(): Promise<ServiceScene> {
  const scene = await ServiceScene.open(1);
  try {
    const { engine } = scene;
    const [node] = await engine.nodes.list();
    await engine.nodes.update(node!.ID, node!.Version!.Index!, { ...node!.Spec, Availability: "drain" });
    await engine.networks.create({ Name: "outside", Driver: "overlay" });
    await engine.secrets.create({ Name: "ext", Data: "eA==" });
    await engine.configs.create({ Name: "outside", Data: "eA==" });
    return scene;
  } catch (error) {
    await scene.close();
    throw error;
  }
}
