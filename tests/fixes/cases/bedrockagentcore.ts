export const fixes = {};

export const untried: Readonly<Record<string, string>> = {
  'bedrockagentcore-resource-policy-not-public': 'the emulator knows no policies of runtimes',
};
