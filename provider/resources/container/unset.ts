/** An empty text or a zero asks for what the image or the engine has. */
export const isUnset = (_was: string | number, asked: string | number): boolean => asked === "" || asked === 0;
