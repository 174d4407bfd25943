export const fixes = {};

export const untried: Readonly<Record<string, string>> = {
  'glacier-vault-policy-not-public': 'the emulator knows no access policies of vaults',
};
