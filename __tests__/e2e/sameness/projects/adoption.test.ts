import { inBatches } from "./run";
import { taken, takesOver } from "./takes-over";

jest.setTimeout(900_000);

takesOver({ batches: inBatches(taken) });
