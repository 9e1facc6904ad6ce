import { serve } from "../../provider/plugin/serve";

export const { open, kept } = serve(async () => (require("./provider") as typeof import("./provider")).provider);
