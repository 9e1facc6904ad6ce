import { serve } from "../../../../provider/plugin/serve";

serve(async () => (require("./provider") as typeof import("./provider")).provider);
