/** Names that every object answers to: `constructor`, `toString`, `__proto__`, … */
export const prototypeNames: readonly string[] = Object.getOwnPropertyNames(Object.prototype);
