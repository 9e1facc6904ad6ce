import type { Services } from "../resources/define";
import type { AnyDataSource } from "../schema";
import { containers } from "./containers";
import { images } from "./images";

/** Every data source of the provider. */
export const dataSources: readonly AnyDataSource<Services>[] = [containers, images];
