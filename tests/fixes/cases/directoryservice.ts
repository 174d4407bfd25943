export const fixes = {};

export const untried: Readonly<Record<string, string>> = {
  'directoryservice-directory-ldaps-enabled': 'the emulator registers no certificates',
};
