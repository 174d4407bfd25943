/**
 * What changed since the last run, in one line: new, fixed and worse findings, or why it is not known. Results of earlier runs are not
 * kept yet, so it never is.
 */
export const sinceText = 'not known, because results of earlier runs are not kept';
