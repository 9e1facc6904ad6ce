import { taken, takesOver } from "./takes-over";

jest.setTimeout(900_000);

/** Of networks that are their own, an engine has subnets for some thirty. */
const AT_ONCE = 52;

takesOver({
  batches: Array.from({ length: Math.ceil(taken.length / AT_ONCE) }, (_, i) => ({
    batch: i + 1,
    documents: taken.slice(i * AT_ONCE, (i + 1) * AT_ONCE),
  })),
});
