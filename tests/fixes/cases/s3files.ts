export const fixes = {};

export const untried: Readonly<Record<string, string>> = {
  's3files-file-system-policy-not-public': 'the emulator has no S3 Files',
};
