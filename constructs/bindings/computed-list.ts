import { ComplexList, type ComplexObject } from "cdktf";

type ElementClass<T extends ComplexObject> = new (...args: ConstructorParameters<typeof ComplexObject>) => T;

/** A computed list of objects, `list.get(0).name` and so on. */
export class ComputedList<T extends ComplexObject> extends ComplexList {
  constructor(
    resource: ConstructorParameters<typeof ComplexObject>[0],
    attribute: string,
    private readonly element: ElementClass<T>,
  ) {
    super(resource, attribute, false);
  }

  get(index: number): T {
    return new this.element(this.terraformResource, this.terraformAttribute, this.wrapsSet, index);
  }
}
