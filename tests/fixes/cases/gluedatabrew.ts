export const fixes = {};

export const untried: Readonly<Record<string, string>> = {
  'gluedatabrew-job-output-encrypted-cmk': 'no command: the definition of a job is given as a whole',
};
