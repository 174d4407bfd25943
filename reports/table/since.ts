/** What is said where nothing tells what changed. */
export const sinceUnknown = 'Since the last run: not known, because nothing was compared';
