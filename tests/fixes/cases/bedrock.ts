export const fixes = {};

const anew = 'no command: it is chosen when one is created, which needs all of its settings';

export const untried: Readonly<Record<string, string>> = {
  'bedrock-guardrail-enforced-for-account': 'no command: which guardrail is meant is for a person to say',
  'bedrock-resource-policy-not-public': 'the emulator knows no policies of knowledge bases',
  'bedrock-agentcore-browser-not-public-network': anew,
  'bedrock-agentcore-code-interpreter-private-network': anew,
  'bedrock-agentcore-gateway-encrypted-cmk': anew,
  'bedrock-agentcore-gateway-inbound-authorized': anew,
  'bedrock-agentcore-memory-encrypted-cmk': anew,
  'bedrock-agentcore-runtime-vpc-mode': 'no command: an update has to name the artifact and all settings again',
};
