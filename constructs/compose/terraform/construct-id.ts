/**
 * Id of the construct for what a file calls `name`. A construct takes what every object inherits for children that it
 * has already: a service called `constructor` needs another id, of characters that no name has.
 */
export const constructId = (name: string): string => (Reflect.has(Object.prototype, name) ? `name:${name}` : name);
