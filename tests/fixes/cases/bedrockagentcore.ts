export const fixes = {};

export const untried: Readonly<Record<string, string>> = {
  'bedrockagentcore-gateway-policy-not-public': 'the emulator knows no policies of gateways',
  'bedrockagentcore-memory-policy-not-public': 'the emulator knows no memories',
  'bedrockagentcore-resource-policy-not-public': 'the emulator knows no policies of runtimes',
};
