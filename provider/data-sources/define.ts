import type { Services } from "../resources/define";
import { engineAttribute } from "../resources/engine-attribute";
import { dataSourceDefiner } from "../schema";

/** A data source that can ask any engine. */
export const defineDataSource = dataSourceDefiner<Services, { readonly engine: typeof engineAttribute }>({
  engine: engineAttribute,
});
