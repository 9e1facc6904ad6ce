import { serve } from "./plugin/serve";

export const { start } = serve(async () => (require("./docker") as typeof import("./docker")).provider);
