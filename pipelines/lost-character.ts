/** Stands for a character that the database cannot hold: what was delivered is not known from what is kept. */
export const LOST_CHARACTER = '\u2400';
