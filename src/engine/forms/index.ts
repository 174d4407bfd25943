export { companion } from './companion.ts';
export { each, some } from './list.ts';
export { age, daysLeft, number } from './number.ts';
export { sameFor, state } from './state.ts';
