/** What is said where nothing tells what changed. @param why begins with `because` */
export const sinceUnknown = (why = 'because nothing was compared'): string => `Since the last run: not known, ${why}`;
