import { escapeLines } from '../text/escape.ts';

/** Says something on standard error. Names and error texts in it are the account's: nothing in them acts on a terminal. */
export const say = (text: string): void => void process.stderr.write(`${escapeLines(text)}\n`);
