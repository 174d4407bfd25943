export const fixes = {};

export const untried: Readonly<Record<string, string>> = {
  'macie-session-enabled': 'the emulator says otherwise than AWS that Macie is off',
  'macie-automated-discovery-enabled': 'the emulator knows no automated discovery',
  'macie-discovery-results-exported': 'the emulator keeps no results of Macie',
  'macie-findings-published-to-security-hub': 'the emulator does not tell what Macie publishes',
  'macie-bucket-sensitivity-low': 'no command: what to do with the data is for a person to say',
  'macie-no-high-severity-findings': 'no command: what the finding names has to be mended',
};
