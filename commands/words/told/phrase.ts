/**
 * What somebody else says, in English, and the same in Spanish: `{}` stands for a fact, which is left as it is, `{said}`
 * for something that is said in turn.
 */
export type Phrase = readonly [english: string, spanish: string];
