import { serve } from "./plugin/serve";

serve(async () => (require("./docker") as typeof import("./docker")).provider);
