import type { Writable } from "node:stream";

/**
 * Writes all of `content`, no faster than it is taken, and ends. What is closed before is left: it may not have wanted
 * all of it. An error of the content's own destroys the destination with it.
 */
export async function feed(content: AsyncIterable<unknown>, destination: Writable): Promise<void> {
  try {
    for await (const chunk of content) {
      if (destination.destroyed || destination.writableEnded) return;
      if (!destination.write(chunk)) await drainedOrClosed(destination);
    }
    destination.end();
  } catch (error) {
    destination.destroy(error as Error);
  }
}

function drainedOrClosed(destination: Writable): Promise<void> {
  return new Promise((resolve) => {
    const settle = () => {
      destination.off("drain", settle).off("close", settle);
      resolve();
    };
    destination.on("drain", settle).on("close", settle);
  });
}
