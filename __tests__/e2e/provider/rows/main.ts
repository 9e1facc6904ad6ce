import { serve } from "../../../../provider/plugin/serve";

export const { start } = serve(async () => (require("./provider") as typeof import("./provider")).provider);
