import { foreignNames } from "./foreign-names";
import { productProgram, report } from "./program";

const { program, files } = productProgram();
report(foreignNames(program, files));
