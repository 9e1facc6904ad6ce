import { serve } from "./plugin/serve";

export const { open, kept } = serve(async () => (require("./docker") as typeof import("./docker")).provider);
