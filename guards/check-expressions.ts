import { productSources, report } from "./program";
import { slowExpressions } from "./regular-expressions";

report(slowExpressions(productSources()));
