export const fixes = {};

export const untried: Readonly<Record<string, string>> = {
  'macie-session-enabled': 'the emulator says otherwise than AWS that Macie is off',
  'macie-automated-discovery-enabled': 'the emulator knows no automated discovery',
  'macie-no-high-severity-findings': 'no command: what the finding names has to be mended',
};
